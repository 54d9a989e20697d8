/* The template language: variables, their values and defaults. */
#include "template.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

static void
free_string(void *s, const xmlChar *name)
{
	(void)name;
	free(s);
}

void
template_release(struct template *t)
{
	if (t->defaults != NULL)
		xmlHashFree(t->defaults, free_string);
	t->defaults = NULL;
}

static const struct yml_key variable_keys[] = {
	{ "default", YML_ANY, YML_REQUIRED, NULL, NULL },
	{ "ask", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

int
template_declare(struct template *t, const struct yml *variables)
{
	const struct yml *item, *value;
	int rc = 0;

	if (variables == NULL)
		return 0;
	if (variables->kind != YML_MAP)
		return diag_add(t->d, DIAG_VALUE_KIND, &variables->at,
		    "\"variables\" must be a mapping of names to "
		    "{ default: ..., ask: ... }");
	if (t->defaults == NULL)
		t->defaults = xmlHashCreate(16);
	for (item = variables->first; item != NULL; item = item->next) {
		if (item->kind != YML_MAP) {
			rc = diag_add(t->d, DIAG_VALUE_KIND, &item->at,
			    "the variable \"%s\" must be "
			    "{ default: ..., ask: ... }", item->key);
			continue;
		}
		if (yml_check(item, variable_keys, t->d) == -1)
			rc = -1;
		value = yml_get(item, "default");
		if (value != NULL && value->kind == YML_MAP)
			rc = diag_add(t->d, DIAG_VALUE_KIND, &value->at,
			    "\"default\" must be a text or a list of texts");
		else if (value != NULL)
			xmlHashUpdateEntry(t->defaults, BAD_CAST item->key,
			    yml_joined(value), free_string);
	}
	return rc;
}

static int
is_name(const char *s)
{
	if (!isalpha((unsigned char)*s))
		return 0;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("._-", *s) == NULL)
			return 0;
	return 1;
}

/* A setting of one word, so that text and settings say the same. */
static const struct yml *
setting(const struct yml *value)
{
	return value != NULL && value->kind == YML_SCALAR ? value : NULL;
}

/*
 * The value of the variable NAME: isms.yaml's `variables:`, its `risk:` for
 * risk.*, what a template declares, then organisation.*, scope.* and
 * language; new memory or NULL.
 */
static char *
lookup(const struct template *t, const char *name)
{
	const struct yml *root, *value;
	const char *text;

	root = t->refs->ws->yml;
	value = yml_path(yml_get(root, "variables"), name);
	if (value == NULL && strncmp(name, "risk.", 5) == 0)
		value = setting(yml_path(root, name));
	if (value != NULL)
		return yml_joined(value);
	text = t->defaults == NULL ? NULL :
	    xmlHashLookup(t->defaults, BAD_CAST name);
	if (text != NULL)
		return mem_strdup(text);
	if (strcmp(name, "organisation.short") == 0 &&
	    yml_path(root, name) == NULL)
		name = "organisation.name";
	if (strcmp(name, "language") == 0)
		return mem_strdup(t->refs->ws->language);
	if (strncmp(name, "organisation.", 13) != 0 &&
	    strncmp(name, "scope.", 6) != 0)
		return NULL;
	value = yml_path(root, name);
	return value == NULL ? NULL : yml_joined(value);
}

/* A key of isms.yaml that need not be there: no fault to ask for it. */
static int
is_setting(const char *name)
{
	static const char *const settings[] = {
		"organisation.short", "scope.excludes", "scope.includes",
		"scope.interfaces", "scope.statement"
	};
	size_t i;

	for (i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		if (strcmp(settings[i], name) == 0)
			return 1;
	return 0;
}

static void
collect_names(const struct yml *map, const char *prefix, struct strs *names)
{
	const struct yml *item;
	char *name;

	for (item = map == NULL || map->kind != YML_MAP ? NULL : map->first;
	    item != NULL; item = item->next) {
		name = mem_printf("%s%s", prefix, item->key);
		if (item->kind == YML_MAP) {
			char *deeper;

			deeper = mem_printf("%s.", name);
			collect_names(item, deeper, names);
			free(deeper);
			free(name);
		} else {
			strs_take(names, name);
		}
	}
}

static void
collect_default(void *text, void *names, const xmlChar *name)
{
	(void)text;
	strs_add(names, (const char *)name);
}

/* Report that NAME is no variable, with the nearest name of any kind. */
static void
unknown_variable(struct template *t, const char *name,
    const struct place *at)
{
	struct strs names = { 0 };
	const char *near;
	size_t i;

	/* That the organisation is not named has been said already. */
	if (strncmp(name, "organisation.", strlen("organisation.")) == 0 &&
	    yml_get(t->refs->ws->yml, "organisation") == NULL)
		return;
	collect_names(yml_get(t->refs->ws->yml, "variables"), "", &names);
	collect_names(yml_get(t->refs->ws->yml, "organisation"),
	    "organisation.", &names);
	collect_names(yml_get(t->refs->ws->yml, "scope"), "scope.", &names);
	if (t->defaults != NULL)
		xmlHashScan(t->defaults, collect_default, &names);
	for (i = 0; i < t->refs->declared->inlines.n; i++)
		strs_add(&names, t->refs->declared->inlines.v[i]);
	for (i = 0; i < t->refs->declared->blocks.n; i++)
		strs_add(&names, t->refs->declared->blocks.v[i]);
	strs_sort(&names);
	near = strs_nearest(&names, name);
	if (near != NULL)
		diag_add(t->d, DIAG_VARIABLE, at, "\"%s\" is no variable or "
		    "directive; did you mean \"%s\"?", name, near);
	else
		diag_add(t->d, DIAG_VARIABLE, at, "\"%s\" is no variable or "
		    "directive; give it a value under \"variables:\" in "
		    "isms.yaml, or a default after \"|\"", name);
	strs_release(&names);
}

/* Report that TEXT is nothing that is known, with the nearest directive. */
static void
not_understood(struct template *t, const char *text, const struct place *at)
{
	struct strs names = { 0 };
	const char *near;
	char *word;
	size_t i;

	for (i = 0; i < t->refs->declared->inlines.n; i++)
		strs_add(&names, t->refs->declared->inlines.v[i]);
	for (i = 0; i < t->refs->declared->blocks.n; i++)
		strs_add(&names, t->refs->declared->blocks.v[i]);
	strs_add(&names, "#if");
	strs_add(&names, "#applicable");
	strs_add(&names, "include");
	word = mem_strndup(text, strcspn(text, " \t|"));
	near = strs_nearest(&names, word);
	diag_add(t->d, DIAG_TPL_SYNTAX, at, "\"{{%.200s}}\" is neither a "
	    "directive nor a variable; %s%s%s", text, near == NULL ?
	    "variables are words joined by dots" : "did you mean \"",
	    near == NULL ? "" : near, near == NULL ? "" : "\"?");
	free(word);
	strs_release(&names);
}

char *
template_value(struct template *t, const char *text, const struct place *at,
    int quiet)
{
	const char *bar;
	char *name, *value;
	size_t len;

	bar = strchr(text, '|');
	len = bar == NULL ? strlen(text) : (size_t)(bar - text);
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		len--;
	name = mem_strndup(text, len);
	value = is_name(name) ? lookup(t, name) : NULL;
	if (value == NULL && is_name(name) && bar != NULL) {
		bar++;
		bar += strspn(bar, " \t");
		value = mem_strdup(bar);
	}
	if (value == NULL && !quiet && is_name(name))
		unknown_variable(t, name, at);
	else if (value == NULL && !quiet)
		not_understood(t, text, at);
	free(name);
	return value;
}

char *
template_text(struct template *t, const char *text, const struct place *at)
{
	struct buf out = { 0 };
	const char *open, *close;
	char *inner, *value;

	for (;;) {
		open = strstr(text, "{{");
		close = open == NULL ? NULL : strstr(open, "}}");
		if (close == NULL)
			break;
		buf_add(&out, text, (size_t)(open - text));
		open += 2 + strspn(open + 2, " \t");
		inner = mem_strndup(open, (size_t)(close - open));
		value = template_value(t, inner, at, 0);
		if (value != NULL)
			buf_puts(&out, value);
		free(value);
		free(inner);
		text = close + 2;
	}
	buf_puts(&out, text);
	return buf_detach(&out);
}


/* Is TEXT (a variable's value) what "if" takes for yes? */
static int
is_true(const char *text)
{
	return text != NULL && text[0] != '\0' &&
	    strcmp(text, "false") != 0 && strcmp(text, "no") != 0 &&
	    strcmp(text, "0") != 0;
}

int
template_holds(struct template *t, const char *text, const struct place *at)
{
	char *value;
	int yes;

	value = template_value(t, text, at, is_setting(text));
	yes = is_true(value);
	free(value);
	return yes;
}
