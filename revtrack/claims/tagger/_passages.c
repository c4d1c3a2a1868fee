/* The tokens of a passage, compiled: what the expression `TOKEN` in `passage.py` finds, character for character.

   A word, number or sign begins where the one before ended; at each place the first form that fits is taken, in the
   order of the expression. None of them ever has to go back by more than one separator, so a text is read once.

   Nothing is kept between two calls. A text is read where it lies and is never changed or copied but for its tokens. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

/* Where a text lies, and what may be seen of it: all before `end`, as an expression sees it with an end of search. */
typedef struct {
    int kind;
    const void *data;
    Py_ssize_t end;
} Text;

/* The character at a place; 0, which is neither letter, digit nor sign of a token, behind the end. */
static Py_UCS4 at(const Text *text, Py_ssize_t n)
{
    return n < text->end ? PyUnicode_READ(text->kind, text->data, n) : 0;
}

/* \w */
static int is_word(Py_UCS4 c)
{
    return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                   : Py_UNICODE_ISALNUM(c);
}

/* \d */
static int is_digit(Py_UCS4 c)
{
    return c < 128 ? c >= '0' && c <= '9' : Py_UNICODE_ISDECIMAL(c);
}

/* [A-Z] and [A-Za-z] */
static int is_capital(Py_UCS4 c)
{
    return c >= 'A' && c <= 'Z';
}

static int is_plain_letter(Py_UCS4 c)
{
    return is_capital(c) || (c >= 'a' && c <= 'z');
}

static Py_ssize_t behind_word(const Text *text, Py_ssize_t n)
{
    while (is_word(at(text, n)))
        n++;
    return n;
}

/* The end of initials, "U.S." and "J.", which no letter or digit follows; `n` itself where there are none. */
static Py_ssize_t behind_initials(const Text *text, Py_ssize_t n)
{
    Py_ssize_t end = n;
    while (is_capital(at(text, end)) && at(text, end + 1) == '.')
        end += 2;
    return is_word(at(text, end)) ? n : end;
}

enum { LONGEST_SHORTENED = 4 };

/* The end of a word that is written with a full stop, "Mr." and "Sens."; `n` itself where there is none. */
static Py_ssize_t behind_shortened(const Text *text, Py_ssize_t n)
{
    static const char *const shortened[] = {"Mr",  "Mrs",  "Ms",  "Dr",  "Drs", "Sen", "Sens", "Rep",  "Reps", "Gov",
                                            "Govs", "Gen", "Lt",  "Col", "Sgt", "Capt", "Maj", "Cmdr", "Rev",  "Prof",
                                            "St",  "Jr",   "Sr",  "No",  "Inc", "Corp", "Co"};
    char letters[LONGEST_SHORTENED + 1];
    Py_ssize_t size = 0;
    if (!is_capital(at(text, n)))
        return n;
    while (size < LONGEST_SHORTENED && is_plain_letter(at(text, n + size))) {
        letters[size] = (char)at(text, n + size);
        size++;
    }
    letters[size] = 0;
    if (at(text, n + size) != '.')
        return n;
    for (size_t k = 0; k < sizeof shortened / sizeof *shortened; k++) {
        if (strcmp(letters, shortened[k]) == 0)
            return n + size + 1;
    }
    return n;
}

/* Whether an apostrophe opens the "'s" of a possessive. */
static int is_possessive(const Text *text, Py_ssize_t n)
{
    return at(text, n + 1) == 's' && !is_word(at(text, n + 2));
}

/* The end of what goes on with a word behind a separator, "-in-law", ".com", ",000", "'Brien"; `n` where it ends. */
static Py_ssize_t behind_joined(const Text *text, Py_ssize_t n)
{
    Py_UCS4 sign = at(text, n);
    if (sign == '-' || sign == '.' || sign == '&')
        return is_word(at(text, n + 1)) ? behind_word(text, n + 1) : n;
    if (sign == ',') {
        int thousands = is_digit(at(text, n + 1)) && is_digit(at(text, n + 2)) && is_digit(at(text, n + 3));
        return thousands && !is_digit(at(text, n + 4)) ? n + 4 : n;
    }
    if (sign == '\'' && is_word(at(text, n + 1)) && !is_possessive(text, n))
        return behind_word(text, n + 1);
    return n;
}

/* The end of the token that begins at a place; the place itself where white space is. */
static Py_ssize_t token_end(const Text *text, Py_ssize_t n)
{
    Py_UCS4 c = at(text, n);
    if (c == '\'') {
        if (is_possessive(text, n))
            return n + 2;
        return at(text, n + 1) == '\'' ? n + 2 : n + 1;
    }
    if (c == '`')
        return at(text, n + 1) == '`' ? n + 2 : n + 1;
    if (c == '-') {
        do
            n++;
        while (at(text, n) == '-');
        return n;
    }
    if (!is_word(c))
        return Py_UNICODE_ISSPACE(c) ? n : n + 1;
    if (is_capital(c) && (n == 0 || !is_word(PyUnicode_READ(text->kind, text->data, n - 1)))) {
        Py_ssize_t end = behind_initials(text, n);
        if (end == n)
            end = behind_shortened(text, n);
        if (end > n)
            return end;
    }
    Py_ssize_t end = behind_word(text, n), on = end;
    while ((on = behind_joined(text, end)) > end)
        end = on;
    return end;
}

static int put_number(PyObject *list, Py_ssize_t value)
{
    PyObject *number = PyLong_FromSsize_t(value);
    int failed = !number || PyList_Append(list, number) < 0;
    Py_XDECREF(number);
    return failed ? -1 : 0;
}

static int put_word(PyObject *list, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *word = PyUnicode_Substring(text, start, end);
    int failed = !word || PyList_Append(list, word) < 0;
    Py_XDECREF(word);
    return failed ? -1 : 0;
}

PyDoc_STRVAR(tokens_doc, "tokens(text, start, end)\n--\n\n"
                         "The tokens of text[start:end], where they begin and where they end; as passage.tokens.");

static PyObject *tokens(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *string;
    Py_ssize_t start, end;
    if (!PyArg_ParseTuple(args, "Unn", &string, &start, &end))
        return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(string);
    end = end < 0 ? 0 : end > length ? length : end;
    Text text = {(int)PyUnicode_KIND(string), PyUnicode_DATA(string), end};
    PyObject *words = PyList_New(0), *starts = PyList_New(0), *ends = PyList_New(0), *found = NULL;
    if (!words || !starts || !ends)
        goto done;
    for (Py_ssize_t n = start < 0 ? 0 : start; n < end;) {
        Py_ssize_t stop = token_end(&text, n);
        if (stop == n) {
            n++;
            continue;
        }
        if (put_word(words, string, n, stop) < 0 || put_number(starts, n) < 0 || put_number(ends, stop) < 0)
            goto done;
        n = stop;
    }
    found = PyTuple_Pack(3, words, starts, ends);
done:
    Py_XDECREF(words);
    Py_XDECREF(starts);
    Py_XDECREF(ends);
    return found;
}

/* ---- The module ---- */

static PyMethodDef methods[] = {
    {"tokens", tokens, METH_VARARGS, tokens_doc},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
#ifdef Py_mod_gil
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "_passages", .m_doc = "The tokens of a passage, compiled.",
    .m_methods = methods, .m_slots = slots,
};

PyMODINIT_FUNC PyInit__passages(void)
{
    return PyModuleDef_Init(&definition);
}
