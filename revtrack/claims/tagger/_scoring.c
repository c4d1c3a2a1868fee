/* The inner loops of the tagger, compiled: what `scoring.py` does in Python, number for number.

   A feature is a short text ("B<2|X"); its weight is found by the hash of its UTF-8 bytes among sorted hashes. No text
   is ever made, however long a word is: the hash is joined from those of its pieces, most of which many features have
   in common. Which words are stops, verbs, dashes and so on is Python's knowledge: it comes in as the bits of `roles`.

   Nothing is kept between two calls. Every call takes lists that nobody else changes, and frees what it took. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* The bits of a class of words; `scoring.roles` has the same. */
enum { STOP = 1, FINITE = 2, NOMINAL = 4, DASH = 8, SUBJECT = 16, OBJECT = 32, BREAK = 64 };

/* ---- Pieces of text, as far as their hash asks ---- */

/* What a piece adds to the hash of a text that it stands in: its CRC-32, without the ones that a whole text begins
   with, and the two sums of Adler-32. Those of two pieces joined follow from theirs, whatever their length. */
typedef struct {
    uint64_t size, crc, low, high;
} Piece;

/* Where most of the time goes: put into its caller, what is known of a piece there need not be asked. */
#ifdef __GNUC__
#define INLINED static inline __attribute__((always_inline))
#define IS_KNOWN(value) __builtin_constant_p(value)
#define CALL_FOR(place) __builtin_prefetch(place)
#else
#define INLINED static __forceinline
#define IS_KNOWN(value) 0
#define CALL_FOR(place) (void)(place)
#endif
#if defined __GNUC__ && !defined __clang__
#define UNROLLED _Pragma("GCC unroll 16")
#else
#define UNROLLED
#endif

enum { ADLER = 65521, LONGEST_STEP = 32, LAG = 3 };

/* What a byte of a CRC becomes as `n` more bytes are read: row LAG + n. The lowest byte is changed by the next one
   already, the highest of four by the fourth, till when it only moves down: the rows before LAG. */
static uint32_t read_on[LAG + LONGEST_STEP + 1][256];

/* What no text has, and what every whole one begins with. */
static const Piece nothing = {0, 0, 0, 0}, beginning = {0, 0xFFFFFFFFu, 1, 0};

static void fill_read_on(void)
{
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte << 24;
        for (int n = 0; n <= LAG + LONGEST_STEP; n++) {
            read_on[n][byte] = crc;
            for (int bit = 0; bit < 8; bit++)
                crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
    }
}

/* A CRC after so many bytes more, all of them zero. */
INLINED uint64_t crc_read_on(uint64_t crc, uint64_t size)
{
    if (IS_KNOWN(size == 1) && size == 1)
        return read_on[LAG + 1][crc & 0xFF] ^ crc >> 8;
    while (size > LONGEST_STEP) {
        crc = read_on[LAG + LONGEST_STEP][crc & 0xFF] ^ read_on[LAG + LONGEST_STEP - 1][crc >> 8 & 0xFF] ^
              read_on[LAG + LONGEST_STEP - 2][crc >> 16 & 0xFF] ^ read_on[LONGEST_STEP][crc >> 24];
        size -= LONGEST_STEP;
    }
    return read_on[LAG + size][crc & 0xFF] ^ read_on[LAG + size - 1][crc >> 8 & 0xFF] ^
           read_on[LAG + size - 2][crc >> 16 & 0xFF] ^ read_on[size][crc >> 24];
}

INLINED Piece joined(Piece one, Piece other)
{
    return (Piece){one.size + other.size, crc_read_on(one.crc, other.size) ^ other.crc, one.low + other.low,
                   one.high + other.size * one.low + other.high};
}

/* The sums are left as they are, far from 64 bits; only a long piece is brought back to what Adler-32 keeps. */
static Piece piece_of(const char *text, Py_ssize_t size)
{
    enum { LONG = 1 << 10 };
    Piece piece = {(uint64_t)size, 0, 0, 0};
    for (Py_ssize_t n = 0; n < size; n++) {
        uint64_t byte = (unsigned char)text[n];
        piece.crc = read_on[LAG + 1][(piece.crc ^ byte) & 0xFF] ^ piece.crc >> 8;
        piece.low += byte;
        piece.high += piece.low;
        if (n % LONG == LONG - 1) {
            piece.low %= ADLER;
            piece.high %= ADLER;
        }
    }
    return piece;
}

INLINED Piece single(char code)
{
    return (Piece){1, read_on[LAG + 1][(unsigned char)code], (unsigned char)code, (unsigned char)code};
}

INLINED Piece joined_all(const Piece *pieces, size_t count)
{
    Piece all = pieces[0];
    UNROLLED
    for (size_t n = 1; n < count; n++)
        all = joined(all, pieces[n]);
    return all;
}

#define JOINED(...) joined_all((const Piece[]){__VA_ARGS__}, sizeof((const Piece[]){__VA_ARGS__}) / sizeof(Piece))
#define BAR single('|')

static int is(const Piece *piece, char sign)
{
    return piece->size == 1 && piece->low == (uint64_t)sign;
}

/* ---- Weights by hash ---- */

typedef struct {
    uint64_t hash; /* 0 for nothing */
    int64_t number;
} Weight;

/* A weight is at the place that the upper bits of its hash tell, or behind it where that was taken. At least every
   other place is free, so that one look into the memory finds nearly all: two of three features have a weight. */
typedef struct {
    int shift;
    Weight at[];
} Weights;

/* The features of which the sum is wanted. They lie all over the memory, so each is called for as it is named, and
   looked up when all are on their way. */
enum { MOST_FEATURES = 32 };

typedef struct {
    const Weights *weights;
    int count;
    uint64_t hashes[MOST_FEATURES];
} Features;

/* CRC-32 in the upper half, Adler-32 in the lower, as `weights.py` has them from zlib. */
INLINED void add(Features *features, Piece text)
{
    uint64_t low = text.low < ADLER ? text.low : text.low % ADLER;
    uint64_t high = text.high < ADLER ? text.high : text.high % ADLER;
    uint64_t hash = (text.crc ^ 0xFFFFFFFFu) << 32 | high << 16 | low;
    CALL_FOR(&features->weights->at[hash >> features->weights->shift]);
    features->hashes[features->count++] = hash;
}

static int64_t sum_of(const Features *features)
{
    int64_t sum = 0;
    for (int n = 0; n < features->count; n++) {
        uint64_t hash = features->hashes[n];
        const Weight *found = &features->weights->at[hash >> features->weights->shift];
        while (found->hash != hash && found->hash)
            found++;
        sum += found->number;
    }
    return sum;
}

/* A feature by its letter and the pieces behind it. */
#define ADD(letter, ...) add(&features, JOINED(beginning, single(letter), __VA_ARGS__))

static const char weights_name[] = "revtrack.claims.tagger.weights";

static void free_weights(PyObject *capsule)
{
    PyMem_Free(PyCapsule_GetPointer(capsule, weights_name));
}

static const Weights *weights_in(PyObject *capsule)
{
    return PyCapsule_GetPointer(capsule, weights_name);
}

/* The weights of two arrays, sorted hashes and their numbers; NULL with an error set where they do not fit. */
static Weights *placed(const Py_buffer *hashes, const Py_buffer *numbers)
{
    const uint64_t *keys = hashes->buf;
    size_t count = (size_t)hashes->len / 8, size = (size_t)numbers->itemsize;
    int fits = (size == 8 || size == 1) && (size_t)numbers->len / size == count && count <= UINT32_MAX &&
               (count == 0 || keys[0] > 0);
    for (size_t n = 1; fits && n < count; n++)
        fits = keys[n - 1] < keys[n];
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, "weights: sorted hashes, and for each a number of one or eight bytes");
        return NULL;
    }
    int bits = 1;
    while ((size_t)1 << bits < 2 * count)
        bits++;
    /* Behind the last place there is room for all, and for one that ends a search. */
    Weights *weights = PyMem_Calloc(1, sizeof *weights + (((size_t)1 << bits) + count + 1) * sizeof *weights->at);
    if (!weights)
        return (Weights *)PyErr_NoMemory();
    weights->shift = 64 - bits;
    for (size_t n = 0, next = 0; n < count; n++, next++) {
        size_t place = keys[n] >> weights->shift;
        next = place > next ? place : next;
        int64_t number = size == 8 ? ((const int64_t *)numbers->buf)[n] : ((const int8_t *)numbers->buf)[n];
        weights->at[next] = (Weight){keys[n], number};
    }
    return weights;
}

PyDoc_STRVAR(weights_doc, "weights(hashes, numbers)\n--\n\nSorted hashes and their numbers, for the functions below.");

static PyObject *weights(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *hashes, *numbers, *capsule = NULL;
    Py_buffer keys, values;
    if (!PyArg_ParseTuple(args, "OO", &hashes, &numbers) || PyObject_GetBuffer(hashes, &keys, PyBUF_SIMPLE) < 0)
        return NULL;
    if (PyObject_GetBuffer(numbers, &values, PyBUF_FORMAT) < 0)
        goto done;
    Weights *weights = placed(&keys, &values);
    PyBuffer_Release(&values);
    capsule = weights ? PyCapsule_New(weights, weights_name, free_weights) : NULL;
    if (!capsule)
        PyMem_Free(weights);
done:
    PyBuffer_Release(&keys);
    return capsule;
}

/* ---- A passage as columns of plain values ---- */

typedef struct {
    Piece name;        /* the class of the word */
    Piece pair;        /* "name|following" */
    Piece trio;        /* "previous|name|following" */
    Py_ssize_t sentence, first, last; /* its sentence, and the places of that sentence's edges */
    Py_ssize_t dashes;                /* how many come before it */
    int roles;
    int score;  /* of a possible cue; NONE elsewhere */
    char state; /* "o", "i", "(" or ")" */
    char busy;  /* whether its sentence holds a likely cue */
    char open;  /* whether the class is one of nouns, verbs and other words without end */
    char past;  /* whether the word ends in -ed */
} Token;

enum { NONE = -100 };

static int read_piece(PyObject *string, Piece *piece)
{
    Py_ssize_t size;
    const char *text = PyUnicode_AsUTF8AndSize(string, &size);
    if (text)
        *piece = piece_of(text, size);
    return text ? 0 : -1;
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
    Py_ssize_t name_size, state_size, word_size;
    const char *name_text = PyUnicode_AsUTF8AndSize(name, &name_size);
    const char *state = PyUnicode_AsUTF8AndSize(PyList_GET_ITEM(columns->states, n), &state_size);
    const char *word = PyUnicode_AsUTF8AndSize(PyList_GET_ITEM(columns->words, n), &word_size);
    if (!name_text || !state || !word)
        return -1;
    if (name_size == 0 || state_size != 1) {
        PyErr_SetString(PyExc_ValueError, "passage: a token without class, or with a state of more than a letter");
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
    token->name = piece_of(name_text, name_size);
    token->state = *state;
    token->score = NONE;
    token->open = *name_text == 'c' || *name_text == '-';
    token->past = word_size >= 2 && memcmp(word + word_size - 2, "ed", 2) == 0;
    return token->roles == -1 && PyErr_Occurred() ? -1 : 0;
}

/* Each token's pieces with its neighbours; the one behind the last stands for what there is no more. */
static void join_neighbours(Token *tokens, Py_ssize_t count)
{
    tokens[count].name = single('>');
    Piece previous = single('<');
    for (Py_ssize_t n = 0; n <= count; n++) {
        Token *token = &tokens[n];
        token->pair = JOINED(token->name, BAR, n < count ? tokens[n + 1].name : single('>'));
        token->trio = JOINED(previous, BAR, token->pair);
        previous = token->name;
    }
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
    join_neighbours(tokens, *count);
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

/* The sum of what the words up to so many places away add at theirs; a row is the bytes of `word_sums`. */
static int read_own_at(PyObject *rows, Py_ssize_t at, Py_ssize_t reach, int64_t *sum)
{
    Py_ssize_t count = PyList_GET_SIZE(rows);
    *sum = 0;
    for (Py_ssize_t offset = -reach; offset <= reach; offset++) {
        Py_ssize_t place = at + 1 + offset;
        if (place < 0 || place >= count)
            continue;
        PyObject *row = PyList_GET_ITEM(rows, place);
        int64_t number;
        if (!PyBytes_Check(row) || PyBytes_GET_SIZE(row) != (2 * reach + 1) * (Py_ssize_t)sizeof number) {
            PyErr_SetString(PyExc_ValueError, "a row of sums has a number for each offset");
            return -1;
        }
        memcpy(&number, PyBytes_AS_STRING(row) + (reach + offset) * (Py_ssize_t)sizeof number, sizeof number);
        *sum += number;
    }
    return 0;
}

/* ---- Features ---- */

INLINED Piece one_digit(Py_ssize_t number)
{
    return single((char)('0' + (number < 0 ? 0 : number > 9 ? 9 : number)));
}

/* A small number with its sign, from -4 to 4. */
INLINED Piece signed_digit(Py_ssize_t value)
{
    return value >= 0 ? one_digit(value) : joined(single('-'), one_digit(-value));
}

/* Distances in tokens, in steps that grow: up to which each goes, and what it is called. */
enum { STEPS = 10 };
static const Py_ssize_t step_ends[STEPS] = {0, 1, 2, 3, 4, 6, 10, 17, 30, PY_SSIZE_T_MAX};
static Piece step_names[STEPS];

static void fill_step_names(void)
{
    static const char *const texts[STEPS] = {"0", "1", "2", "3", "4", "5", "7", "11", "18", "31"};
    for (int step = 0; step < STEPS; step++)
        step_names[step] = piece_of(texts[step], (Py_ssize_t)strlen(texts[step]));
}

INLINED int step_of(Py_ssize_t distance)
{
    int step = distance < 5 ? (int)distance : 5;
    while (distance > step_ends[step])
        step++;
    return step;
}

INLINED Piece bucket(Py_ssize_t distance)
{
    return step_names[step_of(distance)];
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

/* How far the nearest mark is on a side, and whether it is in the same sentence. */
static Piece mark_beside(const Token *tokens, Py_ssize_t count, Py_ssize_t at, int step, char mark)
{
    for (Py_ssize_t distance = 1; distance <= MARKS_WITHIN; distance++) {
        Py_ssize_t place = at + step * distance;
        if (place >= 0 && place < count && tokens[place].state == mark)
            return joined(bucket(distance), one_digit(tokens[place].sentence == tokens[at].sentence));
    }
    return joined(bucket(MARKS_WITHIN + 1), single('0'));
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
    Piece word = one->word, own = here->name, word_bar = joined(word, BAR), bar_word = joined(BAR, word);
    Piece before = at > 0 ? tokens[at - 1].name : single('<'), before2 = at > 1 ? tokens[at - 2].name : single('<');
    Piece behind = tokens[at + 1].name, before_bar = joined(before, BAR);
    Features features = {.weights = weights};
    ADD('1', nothing);
    ADD('a', before, bar_word);
    ADD('b', word_bar, behind);
    ADD('c', before_bar, word_bar, behind);
    ADD('d', before2, BAR, before_bar, own);
    ADD('e', own, BAR, tokens[at + 1].pair);
    ADD('f', before_bar, here->pair);
    ADD('g', before2, BAR, before, bar_word);
    ADD('h', word_bar, tokens[at + 1].pair);

    Piece left = mark_beside(tokens, count, at, -1, ')'), right = mark_beside(tokens, count, at, 1, '(');
    Piece both = JOINED(left, BAR, right);
    ADD('i', left);
    ADD('j', right);
    ADD('k', both);
    ADD('l', word_bar, left);
    ADD('m', word_bar, right);
    ADD('n', own, BAR, both);

    Py_ssize_t first = most(here->first, at - SENTENCE_WITHIN), end = least(here->last, at + SENTENCE_WITHIN);
    Piece from_first = bucket(at - first), to_end = bucket(end - at);
    ADD('o', from_first);
    ADD('p', to_end);
    ADD('q', word_bar, to_end);
    Py_ssize_t that = 1;
    while (that <= OBJECT_WITHIN && !(at + that <= end && tokens[at + that].roles & OBJECT))
        that++;
    that = that > OBJECT_WITHIN ? 0 : that;
    Piece object = that ? tokens[at + that].name : nothing;
    ADD('r', one_digit(that), object);
    ADD('s', word_bar, object);
    Py_ssize_t comma = 1;
    while (comma <= COMMA_WITHIN && !(at - comma >= first && tokens[at - comma].roles & BREAK))
        comma++;
    comma = comma > COMMA_WITHIN ? 0 : comma;
    ADD('t', bucket(comma), comma ? tokens[at - comma].name : nothing, BAR, before);
    ADD('y', tokens[first].name, BAR, from_first);
    Py_ssize_t subject = at - 1;
    while (subject >= first && !(tokens[subject].roles & SUBJECT))
        subject--;
    ADD('z', subject >= first ? tokens[subject].name : nothing, bar_word);

    int earlier = one->earlier >= 0 && tokens[one->earlier].sentence == here->sentence;
    int later = one->later >= 0 && tokens[one->later].sentence == here->sentence;
    ADD('u', earlier || later ? joined(one_digit(earlier), one_digit(later)) : nothing);
    if (earlier)
        ADD('v', one->word_earlier, BAR, bucket(at - one->earlier));
    if (later)
        ADD('x', one->word_later, BAR, bucket(one->later - at));
    return sum_of(&features);
}

static int read_candidates(PyObject *places, PyObject *lowered, PyObject *rows, Py_ssize_t count, Candidate *found)
{
    Py_ssize_t total = PyList_GET_SIZE(places);
    for (Py_ssize_t n = 0; n < total; n++) {
        if (read_count(places, n, 0, count - 1, &found[n].at) < 0 ||
            read_piece(PyList_GET_ITEM(lowered, n), &found[n].word) < 0 ||
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

/* What lies between the cue and a token, as `_Path` in part_families.py; `changes` counts what made it another. */
typedef struct {
    int commas, marks, rivals, dashes, verb, fresh, run, changes;
    Piece boundary, earlier, opening;
} Path;

static void go_past(Path *path, const Token *token)
{
    int mark = token->state == '(' || token->state == ')';
    int verb = token->roles & FINITE || (token->open && token->past);
    int run = path->run && (token->roles & NOMINAL || token->open);
    if (!mark && !verb && run == path->run && token->score <= 0 && !(token->roles & STOP))
        return;
    path->changes++;
    path->run = run;
    if (is(&token->name, ','))
        path->commas = path->commas < 3 ? path->commas + 1 : 3;
    else if (mark)
        path->marks = path->marks < 3 ? path->marks + 1 : 3;
    if (token->score > 0)
        path->rivals = path->rivals < 2 ? path->rivals + 1 : 2;
    if (verb)
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
    Py_ssize_t away;
    int changes, score, busy, dash_behind, dash_before;
    char state, edge;
    const Token *dash;
} Surroundings;

static int are_same(const Surroundings *one, const Surroundings *other)
{
    return one->away == other->away && one->changes == other->changes && one->score == other->score &&
           one->busy == other->busy && one->dash_behind == other->dash_behind &&
           one->dash_before == other->dash_before && one->state == other->state && one->edge == other->edge &&
           one->dash == other->dash;
}

/* A side of a cue as far as it was walked: the sums of the features that stay the same from token to token, and what
   those begin or end with that do not. */
typedef struct {
    const Weights *weights;
    const Token *tokens;
    const View *view;
    char sign;      /* "<" or ">" */
    Piece adjacent; /* the class of the token beside the cue */
    Path path;
    Surroundings at;
    int near; /* as a step */
    int64_t steady, near_sum, alone;
    Piece bound, verbs, bar_away, behind_end, behind_start;
    Piece begun[128]; /* by the letter of a feature */
} Side;

/* A feature that was begun before. */
#define GO_ON(letter, ...) add(&features, JOINED(side->begun[letter], __VA_ARGS__))

static void begin_side(Side *side)
{
    side->near = -1;
    side->at.state = 0;
    side->path = (Path){.run = 1, .boundary = nothing, .earlier = nothing, .opening = nothing};
    for (const char *letter = "MNWegi"; *letter; letter++)
        side->begun[(int)*letter] = JOINED(beginning, single(*letter), single(side->sign));
}

/* Weigh what depends on the surroundings of a token, but on neither its class nor its distance. */
static void weigh_surroundings(Side *side)
{
    const Surroundings *at = &side->at;
    const Path *path = &side->path;
    Piece cue_bar = joined(side->view->form, BAR), around = side->view->frame, bar_around = joined(BAR, around);
    Piece sign = single(side->sign), adjacent = side->adjacent, state = single(at->state);
    Piece edge = at->edge ? single(at->edge) : nothing;
    Piece score = at->score == NONE ? nothing : signed_digit(at->score);
    Piece away = signed_digit(at->away), bar_away = joined(BAR, away);
    Piece commas = one_digit(path->commas), marks = one_digit(path->marks), rivals = one_digit(path->rivals);
    Piece verbs = joined(one_digit(path->verb), one_digit(path->fresh)), bar_verbs = joined(BAR, verbs);
    Piece last = path->boundary, bound = JOINED(sign, last, BAR), bound_state = joined(bound, state);
    Piece way = JOINED(sign, commas, marks, rivals, away), way_bar = joined(way, BAR);
    Piece way_state = joined(way_bar, state);

    Features features = {.weights = side->weights};
    ADD('C', way_state);
    ADD('E', way_state, bar_around);
    ADD('F', cue_bar, way_state);
    ADD('J', bound_state, BAR, path->opening);
    ADD('K', bound, around, BAR, state);
    ADD('L', adjacent, BAR, way_state);
    ADD('Q', sign, edge, state, BAR, way);
    ADD('S', cue_bar, bound_state);
    ADD('T', score, BAR, sign, commas, bar_away);
    ADD('U', around, BAR, sign, away, BAR, commas, BAR, marks, BAR, edge);
    ADD('Y', sign, marks, rivals, away, BAR, state, bar_around, BAR, one_digit(at->busy));
    ADD('a', path->earlier, BAR, bound, verbs, BAR, state);
    ADD('b', sign, adjacent, BAR, path->opening, BAR, last, bar_verbs);
    ADD('d', sign, one_digit(path->dashes), one_digit(at->dash_behind), one_digit(at->dash_before), BAR,
                  at->dash ? at->dash->name : nothing, bar_away);
    side->steady = sum_of(&features);
    side->begun['D'] = JOINED(beginning, single('D'), way_bar);
    side->begun['O'] = JOINED(beginning, single('O'), sign, one_digit(path->run), commas, BAR);
    side->begun['R'] = JOINED(beginning, single('R'), bound);
    side->begun['Z'] = JOINED(beginning, single('Z'), bound, verbs, BAR);
    side->bound = bound;
    side->verbs = verbs;
    side->bar_away = bar_away;
    side->behind_end = JOINED(BAR, last, bar_verbs, bar_away);
    side->behind_start = JOINED(BAR, last, bar_away, bar_around);
}

/* Weigh what depends on the distance of a token, in steps, and on no class but that of the cue and beside it. */
static void weigh_distance(Side *side)
{
    const View *view = side->view;
    Piece sign = single(side->sign), near = step_names[side->near], sign_near = joined(sign, near);
    Piece run = one_digit(side->path.run), cue_bar = joined(view->form, BAR);
    Features features = {.weights = side->weights};
    ADD('A', sign_near);
    ADD('G', cue_bar, sign_near);
    ADD('P', sign, run, BAR, near, BAR, view->frame);
    ADD('V', side->adjacent, BAR, cue_bar, sign, one_digit(least(side->near, 3)));
    side->near_sum = sum_of(&features);
    side->begun['B'] = JOINED(beginning, single('B'), sign_near, BAR);
    side->begun['I'] = JOINED(beginning, single('I'), side->tokens[view->at].name, BAR, sign_near, BAR);
    side->begun['c'] = JOINED(beginning, single('c'), sign_near, BAR, run, BAR, side->verbs, BAR);
}

/* The sum of a token's features, seen from the cue. */
static int64_t part_sum(Side *side, Py_ssize_t n, Ahead ahead)
{
    const Token *tokens = side->tokens, *token = &tokens[n];
    Py_ssize_t at = side->view->at, end = token->last, first = token->first;
    int near = step_of(n > at ? n - at : at - n), is_stop = token->roles & STOP;
    Surroundings here = {
        .away = sentences_away(tokens, at, n),
        .changes = side->path.changes,
        .score = token->score,
        .busy = token->sentence != tokens[at].sentence && token->busy,
        .dash_behind = tokens[end + 1].dashes > tokens[n + 1].dashes,
        .dash_before = token->dashes > tokens[first].dashes,
        .state = token->state,
        .edge = first == n ? 's' : end == n ? 'e' : 0,
        .dash = token->roles & DASH ? token : NULL,
    };
    int moved = !are_same(&side->at, &here);
    if (moved) {
        side->at = here;
        weigh_surroundings(side);
    }
    if (moved || side->near != near) {
        side->near = near;
        weigh_distance(side);
    }

    Piece name = token->name;
    Features features = {.weights = side->weights};
    GO_ON('B', name);
    GO_ON('D', name);
    GO_ON('I', name);
    GO_ON('M', n > 0 ? tokens[n - 1].pair : JOINED(single('<'), BAR, name), side->bar_away);
    GO_ON('N', token->pair, side->bar_away);
    GO_ON('O', name);
    GO_ON('R', token->trio);
    GO_ON('Z', token->pair);
    GO_ON('c', name);
    GO_ON('g', bucket(end - n), side->behind_end);
    GO_ON('i', bucket(n - first), side->behind_start);
    if (is_stop) {
        GO_ON('e', tokens[n + 1].trio);
        ADD('f', side->bound, token->pair, BAR, side->verbs);
    }
    Piece rival = ahead.rival < 0 ? nothing : bucket(ahead.rival > n ? ahead.rival - n : n - ahead.rival);
    Piece rival_gap = JOINED(single(side->sign), rival, BAR, ahead.gap, BAR);
    ADD('W', rival_gap, name);
    ADD('X', rival_gap, one_digit(side->path.commas), BAR, single(side->sign), side->path.boundary, side->bar_away);
    return side->steady + side->near_sum + sum_of(&features);
}

/* The sums of one side of a cue, walked outwards to `outermost`; `sums` is told by the place of a token. */
static void part_side(const Weights *weights, const Token *tokens, const View *view, Py_ssize_t outermost, int step,
                      int64_t *sums)
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
    if (length == 0)
        return;
    Side side;
    side.weights = weights;
    side.tokens = tokens;
    side.view = view;
    side.sign = step > 0 ? '>' : '<';
    side.adjacent = tokens[view->at + step].name;
    begin_side(&side);
    for (Py_ssize_t k = 1; k <= length; k++) {
        Py_ssize_t n = view->at + step * k;
        sums[n] = part_sum(&side, n, ahead[k - 1]);
        go_past(&side.path, &tokens[n]);
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
    part_side(weights, tokens, view, first, -1, by_place);
    part_side(weights, tokens, view, end - 1, 1, by_place);
    int score = tokens[at].score;
    Features features = {.weights = weights};
    ADD('H', nothing);
    ADD('H', score == NONE ? joined(single('-'), single('9')) : signed_digit(score));
    ADD('H', view->form);
    ADD('H', view->frame);
    by_place[at] = sum_of(&features);
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
    if (!PyArg_ParseTuple(cue, "nUU", &view.at, &form, &frame) || read_piece(form, &view.form) < 0 ||
        read_piece(frame, &view.frame) < 0)
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

enum { FIRST_OFFSET = -4, END_OFFSET = 5 };

PyDoc_STRVAR(word_sums_doc, "word_sums(weights, features, first, end)\n--\n\n"
                            "What the features of a word add up to at each offset from `first` to before `end`: what\n"
                            "scoring.word_sums gives, as the bytes of a row for cue_sums and part_lanes.");

static PyObject *word_sums(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *capsule, *names;
    int first, end;
    if (!PyArg_ParseTuple(args, "OO!ii", &capsule, &PyTuple_Type, &names, &first, &end))
        return NULL;
    if (first < FIRST_OFFSET || end > END_OFFSET || first > end) {
        PyErr_SetString(PyExc_ValueError, "word_sums: offsets from -4 to 4");
        return NULL;
    }
    const Weights *weights = weights_in(capsule);
    if (!weights)
        return NULL;
    int64_t sums[END_OFFSET - FIRST_OFFSET] = {0};
    Py_ssize_t done = 0, count = PyTuple_GET_SIZE(names);
    while (done < count) {
        Piece pieces[MOST_FEATURES];
        int taken = 0;
        for (; taken < MOST_FEATURES && done < count; taken++, done++) {
            if (read_piece(PyTuple_GET_ITEM(names, done), &pieces[taken]) < 0)
                return NULL;
        }
        for (int offset = first; offset < end; offset++) {
            Piece begun = joined(beginning, signed_digit(offset));
            Features features = {.weights = weights};
            for (int n = 0; n < taken; n++)
                add(&features, joined(begun, pieces[n]));
            sums[offset - first] += sum_of(&features);
        }
    }
    return PyBytes_FromStringAndSize((const char *)sums, (end - first) * (Py_ssize_t)sizeof *sums);
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
        const char *label = PyUnicode_AsUTF8(value);
        if ((n == -1 && PyErr_Occurred()) || !label)
            return -1;
        if (n < first || n - first >= search->count)
            continue;
        int known = *label == label_names[CONTENT] ? CONTENT : NOBODY;
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
    fill_read_on();
    fill_step_names();
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
