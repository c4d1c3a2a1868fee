/* The inner loops of the tagger, compiled: what `scoring.py` does in Python, number for number.

   A feature is a short text ("B<2|X"); its weight is found by the hash of its UTF-8 bytes among sorted hashes. Here
   the hash is taken as the text is put together, so that no text is ever made, however long a word is. Which words
   are stops, verbs, dashes and so on is Python's knowledge: it comes in as the bits of `roles`.

   Nothing is kept between two calls. Every call takes lists that nobody else changes, and frees what it took. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* The bits of a class of words; `roles.py` has the same. */
enum { STOP = 1, FINITE = 2, NOMINAL = 4, DASH = 8, SUBJECT = 16, OBJECT = 32, BREAK = 64 };

/* ---- Weights by hash ---- */

typedef struct {
    const char *text;
    Py_ssize_t size;
} Piece;

/* Most features of a text have no weight: a sieve that stays in the nearest cache tells that of nearly all of them. */
enum { SIEVE_BITS = 20 };

/* Weights as they lie in Python's arrays, and where the hashes of each upper half of a word begin among them. */
typedef struct {
    Py_buffer hashes;
    Py_buffer numbers;
    const uint64_t *keys;
    Py_ssize_t count;
    uint32_t begins[(1 << 16) + 1];
    uint64_t sieve[1 << (SIEVE_BITS - 6)]; /* a bit for each hash that there is, by its lowest bits */
} Weights;

static uint32_t crc_table[256];

static void fill_crc_table(void)
{
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t crc = n;
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        crc_table[n] = crc;
    }
}

/* Where most of the time goes: put into its caller, a piece of known length, as most are, needs no loop. */
#ifdef _MSC_VER
#define INLINED static __forceinline
#else
#define INLINED static inline __attribute__((always_inline))
#endif

/* CRC-32 in the upper half, Adler-32 in the lower, as `weights.py` has them from zlib. */
INLINED uint64_t hash_of(const Piece *pieces, size_t count)
{
    uint32_t crc = 0xFFFFFFFFu;
    uint64_t low = 1, high = 0;
    for (size_t n = 0; n < count; n++) {
        const unsigned char *at = (const unsigned char *)pieces[n].text;
        const Py_ssize_t size = pieces[n].size;
        for (Py_ssize_t k = 0; k < size; k++) {
            crc = crc_table[(crc ^ at[k]) & 0xFF] ^ (crc >> 8);
            low += at[k];
            high += low;
        }
        if (size > 1024) { /* far from 64 bits, even over a thousand such pieces */
            low %= 65521;
            high %= 65521;
        }
    }
    return (uint64_t)(crc ^ 0xFFFFFFFFu) << 32 | high % 65521 << 16 | low % 65521;
}

/* The middle of a hash: the lower bits of its CRC, which differ the most. */
static uint32_t sieve_place(uint64_t hash)
{
    return (uint32_t)(hash >> 32) & ((1u << SIEVE_BITS) - 1);
}

static int64_t weight_at(const Weights *weights, uint64_t hash)
{
    uint32_t at = weights->begins[hash >> 48], end = weights->begins[(hash >> 48) + 1];
    while (at < end && weights->keys[at] < hash)
        at++;
    if (at == end || weights->keys[at] != hash)
        return 0;
    return weights->numbers.itemsize == 8 ? ((const int64_t *)weights->numbers.buf)[at]
                                          : ((const int8_t *)weights->numbers.buf)[at];
}

INLINED int64_t weight_of(const Weights *weights, const Piece *pieces, size_t count)
{
    uint64_t hash = hash_of(pieces, count);
    uint32_t place = sieve_place(hash);
    return weights->sieve[place >> 6] >> (place & 63) & 1 ? weight_at(weights, hash) : 0;
}

static const char weights_name[] = "revtrack.claims.tagger.weights";

static void free_weights(PyObject *capsule)
{
    Weights *weights = PyCapsule_GetPointer(capsule, weights_name);
    PyBuffer_Release(&weights->hashes);
    PyBuffer_Release(&weights->numbers);
    PyMem_Free(weights);
}

static const Weights *weights_in(PyObject *capsule)
{
    return PyCapsule_GetPointer(capsule, weights_name);
}

/* Take the buffers of two arrays, sorted hashes and their numbers; -1 with an error set where they do not fit. */
static int take_arrays(Weights *weights, PyObject *hashes, PyObject *numbers)
{
    if (PyObject_GetBuffer(hashes, &weights->hashes, PyBUF_SIMPLE) < 0)
        return -1;
    if (PyObject_GetBuffer(numbers, &weights->numbers, PyBUF_FORMAT) < 0)
        return -1;
    weights->keys = weights->hashes.buf;
    weights->count = weights->hashes.len / 8;
    Py_ssize_t size = weights->numbers.itemsize;
    int fits = (size == 8 || size == 1) && weights->numbers.len / size == weights->count;
    for (Py_ssize_t n = 1; fits && n < weights->count; n++)
        fits = weights->keys[n - 1] < weights->keys[n];
    if (!fits || weights->count > UINT32_MAX) {
        PyErr_SetString(PyExc_ValueError, "weights: sorted hashes, and for each a number of one or eight bytes");
        return -1;
    }
    return 0;
}

PyDoc_STRVAR(weights_doc, "weights(hashes, numbers)\n--\n\nSorted hashes and their numbers, for the functions below.");

static PyObject *weights(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *hashes, *numbers;
    if (!PyArg_ParseTuple(args, "OO", &hashes, &numbers))
        return NULL;
    Weights *weights = PyMem_Calloc(1, sizeof *weights);
    if (!weights)
        return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(weights, weights_name, free_weights);
    if (!capsule) {
        PyMem_Free(weights);
        return NULL;
    }
    if (take_arrays(weights, hashes, numbers) < 0) {
        Py_DECREF(capsule);
        return NULL;
    }
    Py_ssize_t at = 0;
    for (uint32_t head = 0; head <= 1 << 16; head++) {
        while (at < weights->count && weights->keys[at] >> 48 < head)
            at++;
        weights->begins[head] = (uint32_t)at;
    }
    for (Py_ssize_t n = 0; n < weights->count; n++) {
        uint32_t place = sieve_place(weights->keys[n]);
        weights->sieve[place >> 6] |= (uint64_t)1 << (place & 63);
    }
    return capsule;
}

/* ---- A passage as columns of plain values ---- */

typedef struct {
    Piece name; /* the class of the word */
    Piece state;
    Py_ssize_t sentence, first, last; /* its sentence, and the places of that sentence's edges */
    Py_ssize_t dashes;                /* how many come before it */
    int roles;
    int score; /* of a possible cue; NONE elsewhere */
    char busy; /* whether its sentence holds a likely cue */
    char past; /* whether the word ends in -ed */
} Token;

enum { NONE = -100 };

static int read_text(PyObject *text, Piece *piece)
{
    piece->text = PyUnicode_AsUTF8AndSize(text, &piece->size);
    return piece->text ? 0 : -1;
}

static int read_count(PyObject *list, Py_ssize_t n, Py_ssize_t least, Py_ssize_t most, Py_ssize_t *value)
{
    *value = PyLong_AsSsize_t(PyList_GET_ITEM(list, n));
    if (*value == -1 && PyErr_Occurred())
        return -1;
    if (*value < least || *value > most) {
        PyErr_SetString(PyExc_ValueError, "passage: a place outside of it");
        return -1;
    }
    return 0;
}

/* The columns of a TokenPassage, in its order; `dashes` may be one longer than the others. */
typedef struct {
    PyObject *words, *states, *classes, *sentences, *firsts, *lasts, *dashes;
} Columns;

static int are_parallel(const Columns *columns)
{
    PyObject *const lists[] = {columns->words,  columns->states, columns->classes, columns->sentences,
                               columns->firsts, columns->lasts,  columns->dashes};
    for (size_t n = 0; n < sizeof lists / sizeof *lists; n++) {
        Py_ssize_t more = lists[n] == columns->dashes;
        if (!PyList_Check(lists[n]) || PyList_GET_SIZE(lists[n]) != PyList_GET_SIZE(columns->words) + more) {
            PyErr_SetString(PyExc_ValueError, "passage: its columns are lists of one length");
            return 0;
        }
    }
    return 1;
}

static int read_token(const Columns *columns, Py_ssize_t n, Py_ssize_t count, PyObject *roles, Token *token)
{
    PyObject *name = PyList_GET_ITEM(columns->classes, n);
    Piece word;
    if (read_text(name, &token->name) < 0 || read_text(PyList_GET_ITEM(columns->states, n), &token->state) < 0 ||
        read_text(PyList_GET_ITEM(columns->words, n), &word) < 0)
        return -1;
    if (token->name.size == 0 || token->state.size == 0) {
        PyErr_SetString(PyExc_ValueError, "passage: a token without class or state");
        return -1;
    }
    if (read_count(columns->sentences, n, 0, PY_SSIZE_T_MAX, &token->sentence) < 0 ||
        read_count(columns->firsts, n, 0, count - 1, &token->first) < 0 ||
        read_count(columns->lasts, n, 0, count - 1, &token->last) < 0 ||
        read_count(columns->dashes, n, 0, PY_SSIZE_T_MAX, &token->dashes) < 0)
        return -1;
    PyObject *bits = PyDict_GetItemWithError(roles, name);
    if (!bits && PyErr_Occurred())
        return -1;
    token->roles = bits ? (int)PyLong_AsLong(bits) : 0;
    token->score = NONE;
    token->past = word.size >= 2 && memcmp(word.text + word.size - 2, "ed", 2) == 0;
    return token->roles == -1 && PyErr_Occurred() ? -1 : 0;
}

/* The tokens of a passage, with one more for what stands behind the last; NULL with an error set. */
static Token *read_tokens(const Columns *columns, PyObject *roles, Py_ssize_t *count)
{
    if (!are_parallel(columns))
        return NULL;
    *count = PyList_GET_SIZE(columns->words);
    Token *tokens = PyMem_Calloc((size_t)*count + 1, sizeof *tokens);
    if (!tokens)
        return (Token *)PyErr_NoMemory();
    for (Py_ssize_t n = 0; n < *count; n++) {
        if (read_token(columns, n, *count, roles, &tokens[n]) < 0)
            goto failed;
    }
    if (read_count(columns->dashes, *count, 0, PY_SSIZE_T_MAX, &tokens[*count].dashes) < 0)
        goto failed;
    return tokens;
failed:
    PyMem_Free(tokens);
    return NULL;
}

/* ---- What the words about a token add by themselves ---- */

/* How many offsets there are to either side of a possible cue and of a token; model.py has the same as ranges. */
enum { CUE_OFFSETS = 3, PART_OFFSETS = 2 };

/* Whether there is a row for each token and one for either edge. */
static int are_rows(PyObject *rows, Py_ssize_t count)
{
    if (PyList_GET_SIZE(rows) == count + 2)
        return 1;
    PyErr_SetString(PyExc_ValueError, "a row of sums for each token, and for either edge");
    return 0;
}

/* The sum of what the words up to so many places away add at theirs; a row has a number for each offset. */
static int read_own_at(PyObject *rows, Py_ssize_t at, Py_ssize_t reach, int64_t *sum)
{
    Py_ssize_t count = PyList_GET_SIZE(rows);
    *sum = 0;
    for (Py_ssize_t offset = -reach; offset <= reach; offset++) {
        Py_ssize_t place = at + 1 + offset;
        if (place < 0 || place >= count)
            continue;
        PyObject *row = PyList_GET_ITEM(rows, place);
        if (!PyTuple_Check(row) || PyTuple_GET_SIZE(row) != 2 * reach + 1) {
            PyErr_SetString(PyExc_ValueError, "a row of sums has a number for each offset");
            return -1;
        }
        int64_t number = PyLong_AsLongLong(PyTuple_GET_ITEM(row, reach + offset));
        if (number == -1 && PyErr_Occurred())
            return -1;
        *sum += number;
    }
    return 0;
}

/* ---- Features ---- */

#define TEXT(literal) ((Piece){literal, sizeof(literal) - 1})
#define BAR TEXT("|")
#define WEIGHT(...) weight_of(weights, (const Piece[]){__VA_ARGS__}, sizeof((const Piece[]){__VA_ARGS__}) / sizeof(Piece))

static const Piece nothing = {"", 0};

INLINED Piece one_digit(Py_ssize_t number)
{
    static const char digits[] = "0123456789";
    return (Piece){digits + (number < 0 ? 0 : number > 9 ? 9 : number), 1};
}

/* A small number with its sign, from -4 to 4. */
INLINED Piece signed_digit(Py_ssize_t value)
{
    static const char digits[] = "-4-3-2-1";
    if (value >= 0)
        return one_digit(value);
    return (Piece){digits + 2 * (4 + (value < -4 ? -4 : value)), 2};
}

/* A distance in tokens, in steps that grow with it. */
INLINED Piece bucket(Py_ssize_t distance)
{
    if (distance < 5)
        return one_digit(distance);
    return distance < 7    ? TEXT("5")
           : distance < 11 ? TEXT("7")
           : distance < 18 ? TEXT("11")
           : distance < 31 ? TEXT("18")
                           : TEXT("31");
}

static int is(Piece piece, char sign)
{
    return piece.size == 1 && *piece.text == sign;
}

static Py_ssize_t least(Py_ssize_t one, Py_ssize_t other)
{
    return one < other ? one : other;
}

static Py_ssize_t most(Py_ssize_t one, Py_ssize_t other)
{
    return one > other ? one : other;
}

/* ---- Cues ---- */

enum { MARKS_WITHIN = 12, OBJECT_WITHIN = 7, COMMA_WITHIN = 19, SENTENCE_WITHIN = 40 };

/* How far the nearest mark is on a side (two pieces): its distance, and whether it is in the same sentence. */
static void find_mark(const Token *tokens, Py_ssize_t count, Py_ssize_t at, int step, char mark, Piece found[2])
{
    for (Py_ssize_t distance = 1; distance <= MARKS_WITHIN; distance++) {
        Py_ssize_t place = at + step * distance;
        if (place >= 0 && place < count && is(tokens[place].state, mark)) {
            found[0] = bucket(distance);
            found[1] = one_digit(tokens[place].sentence == tokens[at].sentence);
            return;
        }
    }
    found[0] = bucket(MARKS_WITHIN + 1);
    found[1] = TEXT("0");
}

/* `at` with the word itself in lower case; `earlier` and `later` are its rivals' places and words, -1 for none. */
typedef struct {
    Py_ssize_t at, earlier, later;
    Piece word, word_earlier, word_later;
    int64_t own; /* what the words about it add by themselves */
} Candidate;

static int64_t cue_sum(const Weights *weights, const Token *tokens, Py_ssize_t count, const Candidate *one)
{
    Py_ssize_t at = one->at;
    const Token *here = &tokens[at];
    Piece word = one->word, own = here->name;
    Piece before = at > 0 ? tokens[at - 1].name : TEXT("<"), before2 = at > 1 ? tokens[at - 2].name : TEXT("<");
    Piece behind = at + 1 < count ? tokens[at + 1].name : TEXT(">");
    Piece behind2 = at + 2 < count ? tokens[at + 2].name : TEXT(">");
    int64_t sum = WEIGHT(TEXT("1"));
    sum += WEIGHT(TEXT("a"), before, BAR, word);
    sum += WEIGHT(TEXT("b"), word, BAR, behind);
    sum += WEIGHT(TEXT("c"), before, BAR, word, BAR, behind);
    sum += WEIGHT(TEXT("d"), before2, BAR, before, BAR, own);
    sum += WEIGHT(TEXT("e"), own, BAR, behind, BAR, behind2);
    sum += WEIGHT(TEXT("f"), before, BAR, own, BAR, behind);
    sum += WEIGHT(TEXT("g"), before2, BAR, before, BAR, word);
    sum += WEIGHT(TEXT("h"), word, BAR, behind, BAR, behind2);

    Piece left[2], right[2];
    find_mark(tokens, count, at, -1, ')', left);
    find_mark(tokens, count, at, 1, '(', right);
    sum += WEIGHT(TEXT("i"), left[0], left[1]);
    sum += WEIGHT(TEXT("j"), right[0], right[1]);
    sum += WEIGHT(TEXT("k"), left[0], left[1], BAR, right[0], right[1]);
    sum += WEIGHT(TEXT("l"), word, BAR, left[0], left[1]);
    sum += WEIGHT(TEXT("m"), word, BAR, right[0], right[1]);
    sum += WEIGHT(TEXT("n"), own, BAR, left[0], left[1], BAR, right[0], right[1]);

    Py_ssize_t first = most(here->first, at - SENTENCE_WITHIN), end = least(here->last, at + SENTENCE_WITHIN);
    Piece from_first = bucket(at - first), to_end = bucket(end - at);
    sum += WEIGHT(TEXT("o"), from_first);
    sum += WEIGHT(TEXT("p"), to_end);
    sum += WEIGHT(TEXT("q"), word, BAR, to_end);
    Py_ssize_t that = 1;
    while (that <= OBJECT_WITHIN && !(at + that <= end && tokens[at + that].roles & OBJECT))
        that++;
    that = that > OBJECT_WITHIN ? 0 : that;
    Piece object = that ? tokens[at + that].name : nothing;
    sum += WEIGHT(TEXT("r"), one_digit(that), object);
    sum += WEIGHT(TEXT("s"), word, BAR, object);
    Py_ssize_t comma = 1;
    while (comma <= COMMA_WITHIN && !(at - comma >= first && tokens[at - comma].roles & BREAK))
        comma++;
    comma = comma > COMMA_WITHIN ? 0 : comma;
    sum += WEIGHT(TEXT("t"), bucket(comma), comma ? tokens[at - comma].name : nothing, BAR, before);
    sum += WEIGHT(TEXT("y"), tokens[first].name, BAR, from_first);
    Py_ssize_t subject = at - 1;
    while (subject >= first && !(tokens[subject].roles & SUBJECT))
        subject--;
    sum += WEIGHT(TEXT("z"), subject >= first ? tokens[subject].name : nothing, BAR, word);

    int earlier = one->earlier >= 0 && tokens[one->earlier].sentence == here->sentence;
    int later = one->later >= 0 && tokens[one->later].sentence == here->sentence;
    sum += earlier || later ? WEIGHT(TEXT("u"), one_digit(earlier), one_digit(later)) : WEIGHT(TEXT("u"));
    if (earlier)
        sum += WEIGHT(TEXT("v"), one->word_earlier, BAR, bucket(at - one->earlier));
    if (later)
        sum += WEIGHT(TEXT("x"), one->word_later, BAR, bucket(one->later - at));
    return sum;
}

static int read_candidates(PyObject *places, PyObject *lowered, PyObject *rows, Py_ssize_t count, Candidate *found)
{
    Py_ssize_t total = PyList_GET_SIZE(places);
    for (Py_ssize_t n = 0; n < total; n++) {
        if (read_count(places, n, 0, count - 1, &found[n].at) < 0 ||
            read_text(PyList_GET_ITEM(lowered, n), &found[n].word) < 0 ||
            read_own_at(rows, found[n].at, CUE_OFFSETS, &found[n].own) < 0)
            return -1;
    }
    for (Py_ssize_t n = 0; n < total; n++) {
        found[n].earlier = n ? found[n - 1].at : -1;
        found[n].later = n + 1 < total ? found[n + 1].at : -1;
        found[n].word_earlier = n ? found[n - 1].word : nothing;
        found[n].word_later = n + 1 < total ? found[n + 1].word : nothing;
    }
    return 0;
}

PyDoc_STRVAR(cue_sums_doc, "cue_sums(weights, passage, roles, candidates, lowered, rows)\n--\n\n"
                           "What the features of each possible cue add up to, those of the words about it with them;\n"
                           "as scoring.cue_sums.");

static PyObject *cue_sums(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *capsule, *roles, *places, *lowered, *rows;
    Columns columns;
    if (!PyArg_ParseTuple(args, "O(OOOOOOO)O!O!O!O!", &capsule, &columns.words, &columns.states,
                          &columns.classes, &columns.sentences, &columns.firsts, &columns.lasts, &columns.dashes,
                          &PyDict_Type, &roles, &PyList_Type, &places, &PyList_Type, &lowered, &PyList_Type, &rows))
        return NULL;
    Py_ssize_t count, total = PyList_GET_SIZE(places);
    if (PyList_GET_SIZE(lowered) != total) {
        PyErr_SetString(PyExc_ValueError, "cue_sums: a word for each candidate");
        return NULL;
    }
    const Weights *weights = weights_in(capsule);
    if (!weights)
        return NULL;
    PyObject *sums = NULL;
    Candidate *candidates = NULL;
    Token *tokens = read_tokens(&columns, roles, &count);
    if (!tokens || !are_rows(rows, count))
        goto done;
    candidates = PyMem_Calloc((size_t)total + 1, sizeof *candidates);
    if (!candidates) {
        PyErr_NoMemory();
        goto done;
    }
    if (read_candidates(places, lowered, rows, count, candidates) < 0)
        goto done;
    sums = PyList_New(total);
    for (Py_ssize_t n = 0; sums && n < total; n++) {
        PyObject *sum = PyLong_FromLongLong(cue_sum(weights, tokens, count, &candidates[n]) + candidates[n].own);
        if (!sum)
            Py_CLEAR(sums);
        else
            PyList_SET_ITEM(sums, n, sum);
    }
done:
    PyMem_Free(candidates);
    PyMem_Free(tokens);
    return sums;
}

/* ---- Sources and contents ---- */

enum { REACH = 90, LANE = 16 };

/* What lies between the cue and a token, as `_Path` in part_features.py. */
typedef struct {
    int commas, marks, rivals, dashes, verb, fresh, run;
    Piece boundary, earlier, opening;
} Path;

static void go_past(Path *path, const Token *token)
{
    char initial = *token->name.text;
    int open = initial == 'c' || initial == '-';
    if (is(token->name, ','))
        path->commas = path->commas < 3 ? path->commas + 1 : 3;
    else if (is(token->state, '(') || is(token->state, ')'))
        path->marks = path->marks < 3 ? path->marks + 1 : 3;
    if (token->score > 0)
        path->rivals = path->rivals < 2 ? path->rivals + 1 : 2;
    if (token->roles & FINITE || (open && token->past))
        path->verb = path->fresh = 1;
    if (token->roles & STOP) {
        path->earlier = path->boundary;
        path->boundary = token->name;
        path->fresh = 0;
        if (path->opening.size == 0)
            path->opening = token->name;
        if (token->roles & DASH)
            path->dashes = path->dashes < 3 ? path->dashes + 1 : 3;
    }
    if (!(token->roles & NOMINAL) && !open)
        path->run = 0;
}

/* The cue that is looked from: its place, its form, what stands about it. */
typedef struct {
    Py_ssize_t at;
    Piece form, frame;
} View;

/* The next likely cue further out in the sentence of a token, and the stop that parts them. */
typedef struct {
    Py_ssize_t rival;
    Piece gap;
} Ahead;

static Py_ssize_t sentences_away(const Token *tokens, Py_ssize_t at, Py_ssize_t n)
{
    return most(-3, least(3, tokens[n].sentence - tokens[at].sentence));
}

/* What most features of a token have in common with those of its neighbour: they need not be weighed anew. */
typedef struct {
    int commas, marks, rivals, dashes, verb, fresh, run, score, busy, near_cue, dash_behind, dash_before;
    Py_ssize_t away;
    const char *state, *boundary, *earlier, *opening, *edge, *dash;
} Surroundings;

/* The sum of the features that depend on no more than surroundings, and of those that depend on a distance too. */
typedef struct {
    Surroundings of;
    int64_t sum, alone, near_sum;
    const char *near;
    int known;
} Steady;

static int are_same(const Surroundings *one, const Surroundings *other)
{
    return one->commas == other->commas && one->marks == other->marks && one->rivals == other->rivals &&
           one->dashes == other->dashes && one->verb == other->verb && one->fresh == other->fresh &&
           one->run == other->run && one->score == other->score && one->busy == other->busy &&
           one->near_cue == other->near_cue && one->dash_behind == other->dash_behind &&
           one->dash_before == other->dash_before && one->away == other->away && one->state == other->state &&
           one->boundary == other->boundary && one->earlier == other->earlier && one->opening == other->opening &&
           one->edge == other->edge && one->dash == other->dash;
}

static int64_t part_sum(const Weights *weights, const Token *tokens, Py_ssize_t count, const View *view, Py_ssize_t n,
                        Piece side, const Path *path, Ahead ahead, Steady *steady)
{
    Py_ssize_t at = view->at, distance = n > at ? n - at : at - n, end = tokens[n].last, first = tokens[n].first;
    const Token *token = &tokens[n];
    Piece cue = view->form, around = view->frame, name = token->name, state = token->state;
    Piece previous = n > 0 ? tokens[n - 1].name : TEXT("<");
    Piece following = n + 1 < count ? tokens[n + 1].name : TEXT(">");
    Piece adjacent = n > at ? tokens[at + 1].name : tokens[at - 1].name;
    Py_ssize_t sentences = sentences_away(tokens, at, n);
    Piece away = signed_digit(sentences), near = bucket(distance);
    Piece commas = one_digit(path->commas), marks = one_digit(path->marks), rivals = one_digit(path->rivals), run = one_digit(path->run);
    Piece verb = one_digit(path->verb), fresh = one_digit(path->fresh), boundary = path->boundary, opening = path->opening;
    Piece edge = first == n ? TEXT("s") : end == n ? TEXT("e") : nothing;
    Piece dash = token->roles & DASH ? name : nothing;
    int parted = tokens[n].sentence != tokens[at].sentence;
    Surroundings here = {
        path->commas, path->marks, path->rivals, path->dashes, path->verb, path->fresh, path->run, token->score,
        parted && token->busy, (int)least(distance, 3), tokens[end + 1].dashes > tokens[n + 1].dashes,
        token->dashes > tokens[first].dashes, sentences, state.text, boundary.text, path->earlier.text, opening.text,
        edge.text, dash.text};

    if (!steady->known || !are_same(&steady->of, &here)) {
        /* The sides, marks and cues on the way to the token: all of them stand in a row in many features. */
        char way_text[8] = {*side.text, *commas.text, *marks.text, *rivals.text};
        memcpy(way_text + 4, away.text, (size_t)away.size);
        Piece way = {way_text, 4 + away.size};
        Piece score = token->score == NONE ? nothing : signed_digit(token->score);
        int64_t sum = WEIGHT(TEXT("C"), way, BAR, state);
        sum += WEIGHT(TEXT("E"), way, BAR, state, BAR, around);
        sum += WEIGHT(TEXT("F"), cue, BAR, way, BAR, state);
        sum += WEIGHT(TEXT("J"), side, boundary, BAR, state, BAR, opening);
        sum += WEIGHT(TEXT("K"), side, boundary, BAR, around, BAR, state);
        sum += WEIGHT(TEXT("L"), adjacent, BAR, way, BAR, state);
        sum += WEIGHT(TEXT("Q"), side, edge, state, BAR, way);
        sum += WEIGHT(TEXT("S"), cue, BAR, side, boundary, BAR, state);
        sum += WEIGHT(TEXT("T"), score, BAR, side, commas, BAR, away);
        sum += WEIGHT(TEXT("U"), around, BAR, side, away, BAR, commas, BAR, marks, BAR, edge);
        sum += WEIGHT(TEXT("V"), adjacent, BAR, cue, BAR, side, one_digit(here.near_cue));
        sum += WEIGHT(TEXT("Y"), side, marks, rivals, away, BAR, state, BAR, around, BAR, one_digit(here.busy));
        sum += WEIGHT(TEXT("a"), path->earlier, BAR, side, boundary, BAR, verb, fresh, BAR, state);
        sum += WEIGHT(TEXT("b"), side, adjacent, BAR, opening, BAR, boundary, BAR, verb, fresh);
        sum += WEIGHT(TEXT("d"), side, one_digit(path->dashes), one_digit(here.dash_behind),
                      one_digit(here.dash_before), BAR, dash, BAR, away);
        int64_t alone = WEIGHT(TEXT("X"), side, BAR, BAR, commas, BAR, side, boundary, BAR, away);
        *steady = (Steady){.of = here, .sum = sum, .alone = alone, .known = 1};
    }
    if (steady->near != near.text) {
        steady->near = near.text;
        steady->near_sum = WEIGHT(TEXT("A"), side, near) + WEIGHT(TEXT("G"), cue, BAR, side, near) +
                           WEIGHT(TEXT("P"), side, run, BAR, near, BAR, around);
    }

    int64_t sum = steady->sum + steady->near_sum;
    sum += WEIGHT(TEXT("B"), side, near, BAR, name);
    sum += WEIGHT(TEXT("D"), side, commas, marks, rivals, away, BAR, name);
    sum += WEIGHT(TEXT("I"), tokens[at].name, BAR, side, near, BAR, name);
    sum += WEIGHT(TEXT("M"), side, previous, BAR, name, BAR, away);
    sum += WEIGHT(TEXT("N"), side, name, BAR, following, BAR, away);
    sum += WEIGHT(TEXT("O"), side, run, commas, BAR, name);
    sum += WEIGHT(TEXT("R"), side, boundary, BAR, previous, BAR, name, BAR, following);
    sum += WEIGHT(TEXT("Z"), side, boundary, BAR, verb, fresh, BAR, name, BAR, following);
    sum += WEIGHT(TEXT("c"), side, near, BAR, run, BAR, verb, fresh, BAR, name);
    sum += WEIGHT(TEXT("g"), side, bucket(end - n), BAR, boundary, BAR, verb, fresh, BAR, away);
    sum += WEIGHT(TEXT("i"), side, bucket(n - first), BAR, boundary, BAR, away, BAR, around);
    if (token->roles & STOP) {
        Piece beyond = n + 2 < count ? tokens[n + 2].name : TEXT(">");
        sum += WEIGHT(TEXT("e"), side, name, BAR, following, BAR, beyond);
        sum += WEIGHT(TEXT("f"), side, boundary, BAR, name, BAR, following, BAR, verb, fresh);
    }
    Piece rival = ahead.rival < 0 ? nothing : bucket(ahead.rival > n ? ahead.rival - n : n - ahead.rival);
    sum += WEIGHT(TEXT("W"), side, rival, BAR, ahead.gap, BAR, name);
    if (ahead.rival < 0)
        return sum + steady->alone;
    return sum + WEIGHT(TEXT("X"), side, rival, BAR, ahead.gap, BAR, commas, BAR, side, boundary, BAR, away);
}

/* The sums of one side of a cue, walked outwards to `outermost`; `sums` is told by the place of a token. */
static void part_side(const Weights *weights, const Token *tokens, Py_ssize_t count, const View *view,
                      Py_ssize_t outermost, int step, int64_t *sums)
{
    Ahead ahead[REACH], outer = {-1, nothing};
    Py_ssize_t length = step > 0 ? outermost - view->at : view->at - outermost;
    for (Py_ssize_t k = length; k > 0; k--) {
        Py_ssize_t n = view->at + step * k;
        if (outer.rival >= 0 && tokens[n].sentence != tokens[outer.rival].sentence)
            outer = (Ahead){-1, nothing};
        ahead[k - 1] = outer.rival >= 0 ? outer : (Ahead){-1, nothing};
        if (tokens[n].score > 0)
            outer = (Ahead){n, nothing};
        else if (tokens[n].roles & STOP)
            outer.gap = tokens[n].name;
    }
    Path path = {.run = 1, .boundary = nothing, .earlier = nothing, .opening = nothing};
    Piece side = step > 0 ? TEXT(">") : TEXT("<");
    Steady steady = {.known = 0};
    for (Py_ssize_t k = 1; k <= length; k++) {
        Py_ssize_t n = view->at + step * k;
        sums[n] = part_sum(weights, tokens, count, view, n, side, &path, ahead[k - 1], &steady);
        go_past(&path, &tokens[n]);
    }
}

enum { LABELS = 4 };
static const char label_names[] = "OSCQ";

/* The four labels' sums of a token, moved up as `scoring.BIAS` does, so that one lane never borrows from the next. */
typedef struct {
    int32_t of[LABELS];
} Lanes;

static Lanes lanes_of(int64_t sum)
{
    uint64_t lanes = (uint64_t)sum + 0x8000800080008000u;
    return (Lanes){{(int32_t)(lanes & 0xFFFF), (int32_t)(lanes >> LANE & 0xFFFF), (int32_t)(lanes >> 2 * LANE & 0xFFFF),
                    (int32_t)(lanes >> 3 * LANE)}};
}

/* The lanes of the tokens about a cue, in their order, as bytes; `own` is what a token has from the words about it. */
static PyObject *lanes_about(const Weights *weights, const Token *tokens, Py_ssize_t count, const View *view,
                             const int64_t *own)
{
    Py_ssize_t at = view->at, first = most(0, at - REACH), end = least(count, at + REACH);
    int64_t sums[2 * REACH];
    int64_t *by_place = sums - first;
    part_side(weights, tokens, count, view, first, -1, by_place);
    part_side(weights, tokens, count, view, end - 1, 1, by_place);
    Piece score = signed_digit(tokens[at].score == NONE ? 0 : tokens[at].score);
    by_place[at] = WEIGHT(TEXT("H")) + WEIGHT(TEXT("H"), tokens[at].score == NONE ? TEXT("-9") : score) +
                   WEIGHT(TEXT("H"), view->form) + WEIGHT(TEXT("H"), view->frame);
    Lanes lanes[2 * REACH];
    for (Py_ssize_t n = first; n < end; n++)
        lanes[n - first] = lanes_of(by_place[n] + own[n]);
    return PyBytes_FromStringAndSize((const char *)lanes, (end - first) * (Py_ssize_t)sizeof *lanes);
}

/* The scores of possible cues, and which sentences are busy with a likely one. */
static int read_scores(PyObject *scores, Py_ssize_t count, Token *tokens)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(scores, &position, &key, &value)) {
        Py_ssize_t at = PyLong_AsSsize_t(key);
        long score = PyLong_AsLong(value);
        if (PyErr_Occurred() || at < 0 || at >= count || score < -4 || score > 4) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_ValueError, "scores: a place in the passage, a score from -4 to 4");
            return -1;
        }
        tokens[at].score = (int)score;
    }
    /* A sentence is a run of tokens; its number may be far above theirs, since long quotations are left out. */
    for (Py_ssize_t first = 0, end = 0; first < count; first = end) {
        char busy = 0;
        for (; end < count && tokens[end].sentence == tokens[first].sentence; end++)
            busy |= tokens[end].score > 0;
        for (Py_ssize_t n = first; n < end; n++)
            tokens[n].busy = busy;
    }
    return 0;
}

/* What each token has from the words about it, as an array; NULL with an error set. */
static int64_t *read_own(PyObject *rows, Py_ssize_t count)
{
    int64_t *own = PyMem_Calloc((size_t)count + 1, sizeof *own);
    if (!own)
        return (int64_t *)PyErr_NoMemory();
    if (!are_rows(rows, count))
        goto failed;
    for (Py_ssize_t n = 0; n < count; n++) {
        if (read_own_at(rows, n, PART_OFFSETS, &own[n]) < 0)
            goto failed;
    }
    return own;
failed:
    PyMem_Free(own);
    return NULL;
}

static PyObject *lanes_of_cue(const Weights *weights, const Token *tokens, Py_ssize_t count, PyObject *cue,
                              const int64_t *own)
{
    View view;
    PyObject *form, *frame;
    if (!PyArg_ParseTuple(cue, "nUU", &view.at, &form, &frame) || read_text(form, &view.form) < 0 ||
        read_text(frame, &view.frame) < 0)
        return NULL;
    if (view.at < 0 || view.at >= count) {
        PyErr_SetString(PyExc_ValueError, "part_lanes: a cue outside the passage");
        return NULL;
    }
    return lanes_about(weights, tokens, count, &view, own);
}

PyDoc_STRVAR(part_lanes_doc, "part_lanes(weights, passage, roles, scores, cues, rows)\n--\n\n"
                             "For each cue (place, form, frame) the lanes of the tokens about it, as bytes for\n"
                             "best_statement; as scoring.part_lanes.");

static PyObject *part_lanes(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *capsule, *roles, *scores, *cues, *rows;
    Columns columns;
    if (!PyArg_ParseTuple(args, "O(OOOOOOO)O!O!O!O!", &capsule, &columns.words, &columns.states,
                          &columns.classes, &columns.sentences, &columns.firsts, &columns.lasts, &columns.dashes,
                          &PyDict_Type, &roles, &PyDict_Type, &scores, &PyList_Type, &cues, &PyList_Type, &rows))
        return NULL;
    const Weights *weights = weights_in(capsule);
    if (!weights)
        return NULL;
    Py_ssize_t count;
    PyObject *lists = NULL;
    int64_t *own = NULL;
    Token *tokens = read_tokens(&columns, roles, &count);
    if (!tokens || read_scores(scores, count, tokens) < 0 || !(own = read_own(rows, count)))
        goto done;
    lists = PyList_New(PyList_GET_SIZE(cues));
    for (Py_ssize_t n = 0; lists && n < PyList_GET_SIZE(cues); n++) {
        PyObject *list = lanes_of_cue(weights, tokens, count, PyList_GET_ITEM(cues, n), own);
        if (!list)
            Py_CLEAR(lists);
        else
            PyList_SET_ITEM(lists, n, list);
    }
done:
    PyMem_Free(own);
    PyMem_Free(tokens);
    return lists;
}

/* ---- What a word adds by itself ---- */

PyDoc_STRVAR(word_sums_doc, "word_sums(weights, features, first, end)\n--\n\n"
                            "What the features of a word add up to at each offset from `first` to before `end`; as\n"
                            "scoring.word_sums.");

static PyObject *word_sums(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *capsule, *features;
    int first, end;
    if (!PyArg_ParseTuple(args, "OO!ii", &capsule, &PyTuple_Type, &features, &first, &end))
        return NULL;
    if (first < -4 || end > 5 || first > end) {
        PyErr_SetString(PyExc_ValueError, "word_sums: offsets from -4 to 4");
        return NULL;
    }
    const Weights *weights = weights_in(capsule);
    if (!weights)
        return NULL;
    PyObject *sums = PyTuple_New(end - first);
    for (int offset = first; sums && offset < end; offset++) {
        int64_t total = 0;
        for (Py_ssize_t n = 0; sums && n < PyTuple_GET_SIZE(features); n++) {
            Piece feature;
            if (read_text(PyTuple_GET_ITEM(features, n), &feature) < 0)
                Py_CLEAR(sums);
            else
                total += WEIGHT(signed_digit(offset), feature);
        }
        PyObject *sum = sums ? PyLong_FromLongLong(total) : NULL;
        if (!sum)
            Py_CLEAR(sums);
        else
            PyTuple_SET_ITEM(sums, offset - first, sum);
    }
    return sums;
}

/* ---- The best labels ---- */

enum { NOBODY, SOURCE, CONTENT, CUE };

/* A cue's tokens, with room for the way to their best labels and for these. */
typedef struct {
    Lanes *lanes;
    char *trail, *labels;
    Py_ssize_t count, here;
    int64_t moves[LABELS][LABELS], moves_back[LABELS][LABELS];
} Search;

/* The best labels of a side that ends beside the cue: from `tokens[0]` on, `step` apart. Gives the score. */
static int64_t best_towards(const Lanes *tokens, Py_ssize_t count, int step, int64_t moves[LABELS][LABELS],
                            const int64_t extra[LABELS], char *trail, char *labels)
{
    int64_t scores[LABELS], next[LABELS];
    for (int label = 0; label < LABELS; label++)
        scores[label] = tokens[0].of[label] + extra[label];
    for (Py_ssize_t n = 1; n < count; n++) {
        const Lanes *token = &tokens[n * step];
        for (int to = 0; to < LABELS; to++) {
            int64_t best = scores[0] + moves[0][to];
            int from = 0;
            for (int label = 1; label < LABELS; label++) {
                int64_t by = scores[label] + moves[label][to];
                if (by > best) {
                    best = by;
                    from = label;
                }
            }
            trail[n * LABELS + to] = (char)from;
            next[to] = best + token->of[to] + extra[to];
        }
        memcpy(scores, next, sizeof scores);
    }
    int label = 0;
    int64_t best = scores[0] + moves[0][CUE];
    for (int other = 1; other < LABELS; other++) {
        int64_t by = scores[other] + moves[other][CUE];
        if (by > best) {
            best = by;
            label = other;
        }
    }
    for (Py_ssize_t n = count - 1; n >= 0; n--) {
        labels[n * step] = label_names[label];
        label = n ? trail[n * LABELS + label] : label;
    }
    return best;
}

/* The best labels of all tokens, `extra` given to a label at each; gives the score. */
static int64_t best_labels(Search *search, const int64_t extra[LABELS])
{
    Py_ssize_t here = search->here, last = search->count - 1;
    int64_t total = search->lanes[here].of[CUE] + extra[CUE];
    search->labels[here] = label_names[CUE];
    if (here > 0)
        total += best_towards(search->lanes, here, 1, search->moves, extra, search->trail, search->labels);
    if (last > here)
        total += best_towards(search->lanes + last, last - here, -1, search->moves_back, extra, search->trail,
                              search->labels + last);
    return total;
}

/* The same with what is given for source and content where one is missing, step by step; gives by how much it is
   likelier than nothing at all. */
static int64_t best_statement(Search *search, const int64_t *bonuses, Py_ssize_t steps, int64_t least_margin)
{
    int64_t extra[LABELS] = {0}, silent = search->moves[NOBODY][NOBODY] * (search->count - 1);
    for (Py_ssize_t n = 0; n < search->count; n++)
        silent += search->lanes[n].of[NOBODY];
    int64_t margin = best_labels(search, extra) - silent;
    for (Py_ssize_t step = 0; step < steps; step++) {
        size_t size = (size_t)search->count;
        int source = memchr(search->labels, label_names[SOURCE], size) != NULL;
        int content = memchr(search->labels, label_names[CONTENT], size) != NULL;
        if ((source && content) || margin < least_margin)
            break;
        extra[SOURCE] = source ? 0 : bonuses[step];
        extra[CONTENT] = content ? 0 : bonuses[step];
        margin = best_labels(search, extra) - silent;
        for (Py_ssize_t n = 0; n < search->count; n++) {
            if (search->labels[n] == label_names[SOURCE])
                margin -= extra[SOURCE];
            else if (search->labels[n] == label_names[CONTENT])
                margin -= extra[CONTENT];
        }
    }
    return margin;
}

static int read_numbers(PyObject *tuple, Py_ssize_t count, int64_t *numbers)
{
    if (!PyTuple_Check(tuple) || PyTuple_GET_SIZE(tuple) != count) {
        PyErr_SetString(PyExc_ValueError, "best_statement: a number for each of four labels");
        return -1;
    }
    for (Py_ssize_t n = 0; n < count; n++) {
        numbers[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(tuple, n));
        if (numbers[n] == -1 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

static int read_moves(PyObject *rows, Search *search)
{
    if (!PyTuple_Check(rows) || PyTuple_GET_SIZE(rows) != LABELS) {
        PyErr_SetString(PyExc_ValueError, "best_statement: moves from each of four labels");
        return -1;
    }
    for (int from = 0; from < LABELS; from++) {
        if (read_numbers(PyTuple_GET_ITEM(rows, from), LABELS, search->moves[from]) < 0)
            return -1;
        for (int to = 0; to < LABELS; to++)
            search->moves_back[to][from] = search->moves[from][to];
    }
    return 0;
}

/* Tokens of which the label is known, by their place from `first` on, have no other: content, or nothing. */
static int read_fixed(PyObject *fixed, Py_ssize_t first, Search *search)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(fixed, &position, &key, &value)) {
        Py_ssize_t n = PyLong_AsSsize_t(key);
        Piece label;
        if ((n == -1 && PyErr_Occurred()) || read_text(value, &label) < 0)
            return -1;
        if (n < first || n - first >= search->count)
            continue;
        int known = is(label, label_names[CONTENT]) ? CONTENT : NOBODY;
        for (int other = 0; other < LABELS; other++) {
            if (other != known)
                search->lanes[n - first].of[other] = 0;
        }
    }
    return 0;
}

PyDoc_STRVAR(best_statement_doc, "best_statement(lanes, here, first, fixed, moves, bonuses, least)\n--\n\n"
                                 "The best labels of a cue's tokens, and by how much they are likelier than none; as\n"
                                 "scoring.best_statement.");

static PyObject *best_statement_of(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *fixed, *rows, *more, *found = NULL;
    const char *lanes;
    Py_ssize_t size, first;
    long long least_margin;
    enum { MOST_STEPS = 16 };
    int64_t bonuses[MOST_STEPS];
    Search search = {0};
    if (!PyArg_ParseTuple(args, "y#nnO!OO!L", &lanes, &size, &search.here, &first, &PyDict_Type, &fixed, &rows,
                          &PyTuple_Type, &more, &least_margin))
        return NULL;
    Py_ssize_t steps = PyTuple_GET_SIZE(more);
    search.count = size / (Py_ssize_t)sizeof *search.lanes;
    if (search.here < 0 || search.here >= search.count || first < 0) {
        PyErr_SetString(PyExc_ValueError, "best_statement: a cue outside the tokens");
        return NULL;
    }
    if (steps > MOST_STEPS) {
        PyErr_SetString(PyExc_ValueError, "best_statement: at most sixteen bonuses");
        return NULL;
    }
    if (read_moves(rows, &search) < 0 || read_numbers(more, steps, bonuses) < 0)
        return NULL;
    size_t count = (size_t)search.count;
    search.lanes = PyMem_Calloc(count, sizeof *search.lanes);
    search.trail = PyMem_Calloc(count, LABELS);
    search.labels = PyMem_Calloc(count, 1);
    if (!search.lanes || !search.trail || !search.labels) {
        PyErr_NoMemory();
        goto done;
    }
    memcpy(search.lanes, lanes, count * sizeof *search.lanes);
    if (read_fixed(fixed, first, &search) < 0)
        goto done;
    int64_t margin = best_statement(&search, bonuses, steps, least_margin);
    found = Py_BuildValue("s#L", search.labels, search.count, (long long)margin);
done:
    PyMem_Free(search.lanes);
    PyMem_Free(search.trail);
    PyMem_Free(search.labels);
    return found;
}

/* ---- The module ---- */

static PyMethodDef methods[] = {
    {"weights", weights, METH_VARARGS, weights_doc},
    {"cue_sums", cue_sums, METH_VARARGS, cue_sums_doc},
    {"part_lanes", part_lanes, METH_VARARGS, part_lanes_doc},
    {"word_sums", word_sums, METH_VARARGS, word_sums_doc},
    {"best_statement", best_statement_of, METH_VARARGS, best_statement_doc},
    {NULL, NULL, 0, NULL},
};

static int set_up(PyObject *Py_UNUSED(module))
{
    fill_crc_table();
    return 0;
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, (void *)set_up},
#ifdef Py_mod_gil
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "_scoring", .m_doc = "The inner loops of the tagger, compiled.",
    .m_methods = methods, .m_slots = slots,
};

PyMODINIT_FUNC PyInit__scoring(void)
{
    return PyModuleDef_Init(&definition);
}
