/* Tests of yml.c and ymlcheck.c: places, what is refused, types of values. */
#include "yml.h"

#include "scratch.h"

static struct yml *
parse(const char *text, struct diag *d)
{
	return yml_parse("a.yaml", text, strlen(text), 0, d);
}

/* Is the one message of D of CODE at LINE and COL, and does it say PART? */
static void
said(struct diag *d, enum diag_code code, int line, int col,
    const char *part)
{
	ck_assert_uint_eq(d->n, 1);
	ck_assert_msg(d->msgs[0].code == code, "[%s] %s",
	    diag_word(d->msgs[0].code), d->msgs[0].text);
	ck_assert_msg(d->msgs[0].line == line && d->msgs[0].col == col,
	    "%d:%d: %s", d->msgs[0].line, d->msgs[0].col, d->msgs[0].text);
	ck_assert_msg(strstr(d->msgs[0].text, part) != NULL, "%s",
	    d->msgs[0].text);
}

static void
refuses(const char *text, enum diag_code code, int line, int col,
    const char *part)
{
	struct diag d = { 0 };

	ck_assert_ptr_null(parse(text, &d));
	said(&d, code, line, col, part);
	diag_release(&d);
}

static void
at(const struct yml *node, int line, int col)
{
	ck_assert_ptr_nonnull(node);
	ck_assert_int_eq(node->at.line, line);
	ck_assert_int_eq(node->at.col, col);
	ck_assert_str_eq(node->at.path, "a.yaml");
}

START_TEST(places)
{
	struct diag d = { 0 };
	struct yml *root;
	const struct yml *node;
	static const char text[] = "a: b\nh\xC3\xA4r: { c: d, e: [f, g] }\n";

	root = yml_parse("a.yaml", text, strlen(text), 7, &d);
	ck_assert_ptr_nonnull(root);
	at(yml_get(root, "a"), 8, 4);
	node = yml_get(root, "h\xC3\xA4r");
	at(node, 9, 6);
	ck_assert_int_eq(node->key_at.line, 9);
	ck_assert_int_eq(node->key_at.col, 1);
	at(yml_get(node, "c"), 9, 11);
	at(yml_get(node, "e")->first->next, 9, 21);
	ck_assert_uint_eq(d.n, 0);
	yml_free(root);
}
END_TEST

START_TEST(scalars)
{
	struct diag d = { 0 };
	struct yml *root;

	root = parse("a: true\nb: \"x\\ty\"\nc: 'it''s'\nd: >\n  two\n"
	    "  lines\ne: |\n  one\n  two\n\nf:\ng: 007\nh: ~\n", &d);
	ck_assert_str_eq(yml_text(root, "a"), "true");
	ck_assert_int_eq(yml_get(root, "a")->quoted, 0);
	ck_assert_str_eq(yml_text(root, "b"), "x\ty");
	ck_assert_int_eq(yml_get(root, "b")->quoted, 1);
	ck_assert_str_eq(yml_text(root, "c"), "it's");
	ck_assert_str_eq(yml_text(root, "d"), "two lines");
	ck_assert_str_eq(yml_text(root, "e"), "one\ntwo");
	ck_assert_str_eq(yml_text(root, "f"), "");
	ck_assert_str_eq(yml_text(root, "g"), "007");
	ck_assert_str_eq(yml_text(root, "h"), "~");
	ck_assert_ptr_null(yml_text(root, "i"));
	yml_free(root);
}
END_TEST

START_TEST(lookup)
{
	struct diag d = { 0 };
	struct strs list = { 0 };
	struct yml *root;

	root = parse("a: { b: { c: d } }\na.b: e\nl: [x, [y], z]\ns: t\n", &d);
	ck_assert_str_eq(yml_path(root, "a.b.c")->text, "d");
	ck_assert_str_eq(yml_path(root, "a.b")->text, "e");
	ck_assert_ptr_null(yml_path(root, "a.c"));
	ck_assert_ptr_null(yml_path(root, "s.t"));
	ck_assert_ptr_null(yml_path(NULL, "a"));
	ck_assert_ptr_null(yml_get(yml_get(root, "l"), "x"));
	yml_texts(yml_get(root, "l"), &list);
	yml_texts(yml_get(root, "s"), &list);
	yml_texts(NULL, &list);
	ck_assert_uint_eq(list.n, 3);
	ck_assert_str_eq(list.v[1], "z");
	ck_assert_str_eq(list.v[2], "t");
	strs_release(&list);
	yml_free(root);
}
END_TEST

static void
is_empty(const char *text)
{
	struct diag d = { 0 };
	struct yml *root;

	root = parse(text, &d);
	ck_assert_ptr_nonnull(root);
	ck_assert_int_eq(root->kind, YML_MAP);
	ck_assert_ptr_null(root->first);
	at(root, 1, 1);
	yml_free(root);
}

START_TEST(empty)
{
	is_empty("");
	is_empty("\n\n");
	is_empty("# only a comment\n");
	is_empty("---\n");
	is_empty("---\n...\n");
}
END_TEST

START_TEST(syntax)
{
	refuses("a: Backups: see plan\n", DIAG_YAML_SYNTAX, 1, 11,
	    "write \"a: >\"");
	refuses("l:\n  - x: y: z\n", DIAG_YAML_SYNTAX, 2, 9, "\"x: >\"");
	refuses("a: b\n  c: d\n", DIAG_YAML_SYNTAX, 2, 4, "align it");
	refuses("a:\n\tb: c\n", DIAG_YAML_SYNTAX, 2, 1, "not tabs");
	refuses("a: \"b\nc: d\n", DIAG_YAML_SYNTAX, 1, 4, "quote");
	refuses("a: { b: c\nd: e\n", DIAG_YAML_SYNTAX, 1, 4, "\"{\"");
	refuses("a: [b\nc: d\n", DIAG_YAML_SYNTAX, 1, 4, "\"[\"");
	refuses("a: b\nc\n", DIAG_YAML_SYNTAX, 2, 1, "\"key: \"");
	refuses("a: \"\\q\"\n", DIAG_YAML_SYNTAX, 1, 5, "escape");
	refuses("a: b\n- c\n", DIAG_YAML_SYNTAX, 2, 1, "indentation");
	refuses("a: \x01\n", DIAG_YAML_SYNTAX, 1, 4, "control characters");
}
END_TEST

START_TEST(form)
{
	struct diag d = { 0 };
	char deep[200] = "a: ";
	struct yml *root;

	refuses("a: *b\n", DIAG_YAML_FORM, 1, 4, "aliases");
	refuses("a: &b c\n", DIAG_YAML_FORM, 1, 4, "anchors");
	refuses("a: &b [c]\n", DIAG_YAML_FORM, 1, 4, "anchors");
	refuses("a: !!str c\n", DIAG_YAML_FORM, 1, 4, "tags");
	refuses("&b a: c\n", DIAG_YAML_FORM, 1, 1, "anchors");
	refuses("a: b\n---\nc: d\n", DIAG_YAML_FORM, 2, 1,
	    "a second document");
	refuses("- a\n", DIAG_YAML_FORM, 1, 1, "key: value");
	refuses("text\n", DIAG_YAML_FORM, 1, 1, "key: value");
	refuses("? [a]\n: b\n", DIAG_YAML_FORM, 1, 3, "a key must be");
	memset(deep + 3, '[', 32);
	memset(deep + 35, ']', 32);
	refuses(deep, DIAG_YAML_FORM, 1, 35, "32 deep");
	memset(deep + 3, '[', 31);
	memset(deep + 34, ']', 31);
	deep[65] = '\0';
	root = parse(deep, &d);
	ck_assert_ptr_nonnull(root);
	yml_free(root);
}
END_TEST

START_TEST(duplicates)
{
	struct diag d = { 0 };
	struct yml *root;

	root = parse("a: 1\nb: 2\na: 3\n", &d);
	said(&d, DIAG_KEY_DUPLICATE, 3, 1, "already in line 1");
	ck_assert_ptr_nonnull(root);
	ck_assert_str_eq(yml_text(root, "a"), "1");
	yml_free(root);
	diag_release(&d);
}
END_TEST

static void
front(const char *text, int rc, const char *yaml, const char *body,
    int line0)
{
	struct diag d = { 0 };
	struct front f;
	char *inner;

	ck_assert_int_eq(yml_front("a.md", text, strlen(text), &f, &d), rc);
	ck_assert_int_eq(scratch_said(&d, DIAG_FRONT_MATTER), rc == -1);
	if (rc == 1) {
		inner = mem_strndup(text + f.begin, f.end - f.begin);
		ck_assert_str_eq(inner, yaml);
		free(inner);
	}
	if (rc >= 0)
		ck_assert_str_eq(text + f.body, body);
	if (rc >= 0)
		ck_assert_int_eq(f.body_line0, line0);
	diag_release(&d);
}

START_TEST(front_matter)
{
	front("---\na: b\n---\nText\n", 1, "a: b\n", "Text\n", 3);
	front("---\r\na: b\r\n---\r\nText\r\n", 1, "a: b\r\n", "Text\r\n", 3);
	front("---\na: b\n...\nText\n", 1, "a: b\n", "Text\n", 3);
	front("---  \na: b\n--- \nText", 1, "a: b\n", "Text", 3);
	front("---\na: b\n---", 1, "a: b\n", "", 3);
	front("---\n---\n", 1, "", "", 2);
	front("---\na: b\n----\n---\n---\n", 1, "a: b\n----\n", "---\n", 4);
	front("---\na: |\n  ---\n---\nText\n", 1, "a: |\n  ---\n", "Text\n",
	    4);
	front("", 0, NULL, "", 0);
	front("Text\n---\n", 0, NULL, "Text\n---\n", 0);
	front("--- a\n---\n", 0, NULL, "--- a\n---\n", 0);
	front("----\n", 0, NULL, "----\n", 0);
	front("---", -1, NULL, NULL, 0);
	front("---\na: b\n", -1, NULL, NULL, 0);
	front("---\na: b\n ---\n", -1, NULL, NULL, 0);
}
END_TEST

static void
next_front(const char *text, size_t from, size_t wanted)
{
	ck_assert_int_eq((int)yml_front_next(text, strlen(text), from,
	    "answers"), (int)wanted);
}

START_TEST(front_next)
{
	next_front("a\n---\nanswers: b\n", 0, 2);
	next_front("---\nanswers: b\n", 0, 0);
	next_front("---\nanswers: b\n", 4, 15);
	next_front("---  \r\nanswers:\n", 0, 0);
	next_front("---\n\nanswers: b\n", 0, 16);
	next_front("---\nanswers are\n", 0, 16);
	next_front("----\nanswers: b\n", 0, 16);
	next_front("---\nanswers", 0, 11);
	next_front("---", 0, 3);
	next_front("", 0, 0);
}
END_TEST

static const struct yml_key sub_keys[] = {
	{ "name", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key item_key = {
	"item", YML_KEYS, YML_OR_TEXT, NULL, sub_keys
};

static const struct yml_key keys[] = {
	{ "any", YML_ANY, 0, NULL, NULL },
	{ "text", YML_TEXT, 0, NULL, NULL },
	{ "token", YML_TOKEN, 0, NULL, NULL },
	{ "word", YML_WORD, 0, "lean|standard", NULL },
	{ "bool", YML_BOOL, 0, NULL, NULL },
	{ "date", YML_DATE, 0, NULL, NULL },
	{ "count", YML_COUNT, 0, NULL, NULL },
	{ "version", YML_VERSION, 0, NULL, NULL },
	{ "texts", YML_TEXTS, 0, NULL, NULL },
	{ "or-keys", YML_TEXTS, YML_OR_KEYS, NULL, NULL },
	{ "keys", YML_KEYS, 0, NULL, sub_keys },
	{ "map", YML_MAP_OF, 0, NULL, &item_key },
	{ "seq", YML_SEQ_OF, 0, NULL, &item_key },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static void
check(const char *text, enum diag_code code, int col, const char *part)
{
	struct diag d = { 0 };
	struct yml *root;
	int rc;

	root = parse(text, &d);
	ck_assert_ptr_nonnull(root);
	rc = yml_check(root, keys, &d);
	ck_assert_msg(rc == (part == NULL ? 0 : -1), "%s", text);
	if (part == NULL)
		ck_assert_uint_eq(d.n, 0);
	else
		said(&d, code, 1, col, part);
	yml_free(root);
	diag_release(&d);
}

START_TEST(good_values)
{
	static const char *const good[] = {
		"", "any: [a, { b: c }]", "text: a b", "token: A.5_x-1",
		"word: lean", "bool: true", "bool: false",
		"date: 2024-02-29", "count: 0", "count: 9999", "version: 1",
		"version: 1.2.30", "texts: a", "texts: [a, b]", "texts: []",
		"or-keys: { a: b }", "or-keys: [a]", "keys: { name: a }",
		"map: {}", "map: { x: { name: a }, y: text }",
		"seq: [{ name: a }, text]", "seq: []"
	};
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		check(good[i], DIAG_VALUE, 0, NULL);
}
END_TEST

START_TEST(bad_values)
{
	static const struct {
		const char	*text;
		enum diag_code	 code;
		int		 col;
		const char	*part;
	} bad[] = {
		{ "text:", DIAG_VALUE, 6, "is empty" },
		{ "text: [a]", DIAG_VALUE_KIND, 7, "must be a text" },
		{ "text: \" \"", DIAG_VALUE, 7, "must be a text" },
		{ "token: a b", DIAG_VALUE, 8, "letters, digits" },
		{ "token: -a", DIAG_VALUE, 8, "letters, digits" },
		{ "word: standart", DIAG_VALUE, 7, "mean \"standard\"" },
		{ "word: full", DIAG_VALUE, 7, "lean, standard" },
		{ "word: [lean]", DIAG_VALUE_KIND, 7, "lean, standard" },
		{ "bool: True", DIAG_VALUE, 7, "true or false" },
		{ "bool: yes", DIAG_VALUE, 7, "true or false" },
		{ "date: 2023-02-29", DIAG_VALUE, 7, "YYYY-MM-DD" },
		{ "date: 2023-2-1", DIAG_VALUE, 7, "YYYY-MM-DD" },
		{ "count: -1", DIAG_VALUE, 8, "whole number" },
		{ "count: 10000", DIAG_VALUE, 8, "whole number" },
		{ "count: 1.5", DIAG_VALUE, 8, "whole number" },
		{ "version: v1", DIAG_VALUE, 10, "version" },
		{ "version: 1.", DIAG_VALUE, 10, "version" },
		{ "version: 1..2", DIAG_VALUE, 10, "version" },
		{ "version: 1234567", DIAG_VALUE, 10, "version" },
		{ "texts: { a: b }", DIAG_VALUE_KIND, 8, "a list" },
		{ "texts: [a, [b]]", DIAG_VALUE_KIND, 12, "each item" },
		{ "texts: [\"\"]", DIAG_VALUE_KIND, 9, "each item" },
		{ "texts:", DIAG_VALUE, 7, "is empty" },
		{ "keys: text", DIAG_VALUE_KIND, 7, "a mapping" },
		{ "keys: {}", DIAG_KEY_MISSING, 7, "\"name\" is missing" },
		{ "keys: { nam: a }", DIAG_KEY_UNKNOWN, 9, "mean \"name\"" },
		{ "map: [a]", DIAG_VALUE_KIND, 6, "a mapping" },
		{ "map: { x: [] }", DIAG_VALUE_KIND, 11, "\"x\" must be" },
		{ "seq: { a: b }", DIAG_VALUE_KIND, 6, "a list" },
		{ "seq: [[a]]", DIAG_VALUE_KIND, 7, "each item of \"seq\"" },
		{ "wrod: lean", DIAG_KEY_UNKNOWN, 1, "mean \"word\"" },
		{ "Bool: true", DIAG_KEY_UNKNOWN, 1, "mean \"bool\"" },
		{ "frobnicate: x", DIAG_KEY_UNKNOWN, 1, "known here: any, " }
	};
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		check(bad[i].text, bad[i].code, bad[i].col, bad[i].part);
}
END_TEST

START_TEST(all_faults)
{
	struct diag d = { 0 };
	struct yml *root;

	root = parse("bool: x\nfoo: y\nkeys: { name: [], b: c }\ncount: z\n",
	    &d);
	ck_assert_int_eq(yml_check(root, keys, &d), -1);
	ck_assert_uint_eq(d.n, 5);
	yml_free(root);
	diag_release(&d);
}
END_TEST

Suite	*yml_suite(void);

Suite *
yml_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("yml");
	tcase = tcase_create("tree");
	tcase_add_test(tcase, places);
	tcase_add_test(tcase, scalars);
	tcase_add_test(tcase, lookup);
	tcase_add_test(tcase, empty);
	tcase_add_test(tcase, syntax);
	tcase_add_test(tcase, form);
	tcase_add_test(tcase, duplicates);
	tcase_add_test(tcase, front_matter);
	tcase_add_test(tcase, front_next);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("check");
	tcase_add_test(tcase, good_values);
	tcase_add_test(tcase, bad_values);
	tcase_add_test(tcase, all_faults);
	suite_add_tcase(suite, tcase);
	return suite;
}
