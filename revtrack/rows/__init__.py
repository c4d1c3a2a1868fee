"""What revtrack knows as flat rows for tables: documented columns, made from the values of the model.

One module a table: its `TABLE` names the columns, its function turns a value into rows of just these cells. Columns
are only ever added, at the end; none is renamed or taken away.
"""
