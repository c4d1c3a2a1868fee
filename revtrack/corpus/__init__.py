"""Whole corpora of versions, compared shard by shard on as many processes as there are.

A corpus is cut into shards (`shards`); a shard is a short description that travels, and whoever works on it opens the
corpus himself (`records`). `work.run` compares one shard and writes its tables; `run.run` gives shards to a pool or a
cluster until all are done, whatever dies on the way; `manifest` keeps the books, so that nothing is done twice.
"""
