/* Checking a YAML tree against tables of keys. */
#include "yml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "date.h"

static const char *const type_words[] = {
	"a value", "a text", "a name of letters, digits, \".\", \"_\", \"-\"",
	"one of the words", "true or false", "a date YYYY-MM-DD",
	"a whole number up to 9999", "a version such as 1.2",
	"a text or a list, as [a, b]", "a mapping, as { key: value }",
	"a mapping, as { key: value }", "a list, as [a, b]"
};

static int	check_value(const struct yml *, const char *,
		    const struct yml_key *, struct diag *);

static int
is_token(const char *s)
{
	if (*s == '\0' || *s == '.' || *s == '-')
		return 0;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("._-", *s) == NULL)
			return 0;
	return 1;
}

static int
is_count(const char *s)
{
	return strlen(s) > 0 && strlen(s) <= 4 &&
	    strspn(s, "0123456789") == strlen(s);
}

int
yml_is_version(const char *s)
{
	size_t len;

	if (strlen(s) > 32)
		return 0;
	for (;; s += len + 1) {
		len = strspn(s, "0123456789");
		if (len == 0 || len > 6 || (s[len] != '.' && s[len] != '\0'))
			return 0;
		if (s[len] == '\0')
			return 1;
	}
}

/* The words of "a|b|c". */
static void
split_words(const char *values, struct strs *words)
{
	size_t len;

	for (;; values += len + 1) {
		len = strcspn(values, "|");
		strs_take(words, mem_strndup(values, len));
		if (values[len] == '\0')
			return;
	}
}

/* "a, b, c"; new memory. */
static char *
enumerate(const struct strs *words)
{
	struct buf all = { 0 };
	size_t i;

	for (i = 0; i < words->n; i++)
		buf_printf(&all, "%s%s", i == 0 ? "" : ", ", words->v[i]);
	return buf_detach(&all);
}

static int
word_fault(const struct yml *node, const char *name,
    const struct strs *words, struct diag *d)
{
	const char *near;
	char *all;

	all = enumerate(words);
	/* A single letter or digit is as near to any other. */
	near = node->kind != YML_SCALAR || strlen(node->text) < 2 ? NULL :
	    strs_nearest(words, node->text);
	if (node->kind != YML_SCALAR)
		diag_add(d, DIAG_VALUE_KIND, &node->at,
		    "\"%s\" must be one of: %s", name, all);
	else
		diag_add(d, DIAG_VALUE, &node->at,
		    "\"%s\" cannot be \"%.60s\"; it is one of: %s%s%s%s",
		    name, node->text, all, near == NULL ? "" :
		    " (did you mean \"", near == NULL ? "" : near,
		    near == NULL ? "" : "\"?)");
	free(all);
	return -1;
}

static int
check_word(const struct yml *node, const char *name, const char *values,
    struct diag *d)
{
	struct strs words = { 0 };
	int rc = 0;

	split_words(values, &words);
	if (node->kind != YML_SCALAR || strs_find(&words, node->text) == -1)
		rc = word_fault(node, name, &words, d);
	strs_release(&words);
	return rc;
}

static int
kind_fault(const struct yml *node, const char *name,
    const struct yml_key *key, struct diag *d)
{
	return diag_add(d, DIAG_VALUE_KIND, &node->at,
	    "%s\"%s\" must be %s%s", node->key == NULL ? "each item of " :
	    "", name, key->flags & YML_OR_TEXT ? "a text or " : "",
	    type_words[key->type]);
}

static int
check_scalar(const struct yml *node, const char *name,
    const struct yml_key *key, struct diag *d)
{
	struct date date;
	const char *s;
	int fine = 1;

	if (key->type == YML_WORD)
		return check_word(node, name, key->values, d);
	if (node->kind != YML_SCALAR)
		return kind_fault(node, name, key, d);
	s = node->text;
	if (key->type == YML_TEXT)
		fine = s[strspn(s, " \t\n")] != '\0';
	else if (key->type == YML_TOKEN)
		fine = is_token(s);
	else if (key->type == YML_BOOL)
		fine = strcmp(s, "true") == 0 || strcmp(s, "false") == 0;
	else if (key->type == YML_DATE)
		fine = date_parse(s, &date) == 0;
	else if (key->type == YML_COUNT)
		fine = is_count(s);
	else if (key->type == YML_VERSION)
		fine = yml_is_version(s);
	if (fine)
		return 0;
	if (s[0] == '\0')
		return diag_add(d, DIAG_VALUE, &node->at,
		    "\"%s\" is empty; give %s or remove the key", name,
		    type_words[key->type]);
	return diag_add(d, DIAG_VALUE, &node->at,
	    "\"%s\" must be %s, not \"%.60s\"", name, type_words[key->type],
	    s);
}

static int
check_items(const struct yml *node, const char *name,
    const struct yml_key *key, struct diag *d)
{
	const struct yml *item;
	int rc = 0;

	for (item = node->first; item != NULL; item = item->next)
		if (check_value(item, item->key != NULL ? item->key : name,
		    key->sub, d) == -1)
			rc = -1;
	return rc;
}

static int
check_texts(const struct yml *node, const char *name,
    const struct yml_key *key, struct diag *d)
{
	const struct yml *item;
	int rc = 0;

	if (node->kind == YML_MAP && (key->flags & YML_OR_KEYS))
		return key->sub == NULL ? 0 : check_items(node, name, key, d);
	if (node->kind == YML_MAP)
		return kind_fault(node, name, key, d);
	if (node->kind == YML_SCALAR)
		return node->text[0] != '\0' ? 0 : diag_add(d, DIAG_VALUE,
		    &node->at, "\"%s\" is empty; give a list or remove the "
		    "key", name);
	for (item = node->first; item != NULL; item = item->next)
		if (item->kind != YML_SCALAR || item->text[0] == '\0')
			rc = diag_add(d, DIAG_VALUE_KIND, &item->at,
			    "each item of \"%s\" must be a text", name);
	return rc;
}

static int
check_value(const struct yml *node, const char *name,
    const struct yml_key *key, struct diag *d)
{
	enum yml_kind want;

	if (key->type == YML_ANY)
		return 0;
	if (key->type == YML_TEXTS)
		return check_texts(node, name, key, d);
	if (key->type < YML_TEXTS)
		return check_scalar(node, name, key, d);
	if ((key->flags & YML_OR_TEXT) && node->kind == YML_SCALAR &&
	    node->text[0] != '\0')
		return 0;
	want = key->type == YML_SEQ_OF ? YML_SEQ : YML_MAP;
	if (node->kind != want)
		return kind_fault(node, name, key, d);
	return key->type == YML_KEYS ? yml_check(node, key->sub, d) :
	    check_items(node, name, key, d);
}

static const struct yml_key *
find_key(const struct yml_key *keys, const char *name)
{
	for (; keys->name != NULL; keys++)
		if (strcmp(keys->name, name) == 0)
			return keys;
	return NULL;
}

/* Report ITEM; MEANT gets the key that was probably meant. */
static int
unknown_key(const struct yml *item, const struct strs *names,
    struct strs *meant, struct diag *d)
{
	const char *near;
	char *all;

	near = strs_nearest(names, item->key);
	if (near != NULL) {
		strs_add(meant, near);
		return diag_add(d, DIAG_KEY_UNKNOWN, &item->key_at,
		    "unknown key \"%.60s\"; did you mean \"%s\"?", item->key,
		    near);
	}
	all = enumerate(names);
	diag_add(d, DIAG_KEY_UNKNOWN, &item->key_at,
	    "unknown key \"%.60s\"; known here: %s", item->key, all);
	free(all);
	return -1;
}

int
yml_check(const struct yml *node, const struct yml_key *keys, struct diag *d)
{
	struct strs names = { 0 }, meant = { 0 };
	const struct yml *item;
	const struct yml_key *key;
	int rc = 0;

	for (key = keys; key->name != NULL; key++)
		strs_add(&names, key->name);
	for (item = node->first; item != NULL; item = item->next) {
		key = find_key(keys, item->key);
		if (key == NULL)
			rc = unknown_key(item, &names, &meant, d);
		else if (check_value(item, item->key, key, d) == -1)
			rc = -1;
	}
	for (key = keys; key->name != NULL; key++)
		if ((key->flags & YML_REQUIRED) &&
		    yml_get(node, key->name) == NULL &&
		    strs_find(&meant, key->name) == -1)
			rc = diag_add(d, DIAG_KEY_MISSING, &node->at,
			    "the key \"%s\" is missing; add it", key->name);
	strs_release(&names);
	strs_release(&meant);
	return rc;
}
