/* Conditions of the template language: what {{#if …}} asks. */
#include "condition.h"

#include <stdlib.h>
#include <string.h>

#include "xml.h"

/* One condition: its words, and where it stands. */
struct condition {
	struct template		*t;
	struct strs		 words;
	const struct place	*at;
};

/* WORD is none of the names that a KIND can have. */
static int
no_such(const struct condition *c, const char *kind, const char *word,
    const struct strs *names)
{
	const char *near;

	near = strs_nearest(names, word);
	diag_add(c->t->d, DIAG_DIRECTIVE, c->at, "no %s is called \"%s\"; "
	    "%s%s%s", kind, word, near == NULL ? "see ismsdoc(5)" :
	    "did you mean \"", near == NULL ? "" : near, near == NULL ? "" :
	    "\"?");
	return 0;
}

static int
holds_set(const struct condition *c)
{
	static const char *const sets[] = { "lean", "standard", "full" };
	struct strs names = { 0 };
	const char *word;
	size_t i;
	int holds = 0;

	word = c->words.v[1];
	for (i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		strs_add(&names, sets[i]);
	if (strs_find(&names, word) == -1)
		no_such(c, "set", word, &names);
	else
		holds = strcmp(c->t->refs->ws->set, word) == 0;
	strs_release(&names);
	return holds;
}

static int
holds_catalog(const struct condition *c)
{
	const struct workspace *ws = c->t->refs->ws;
	struct strs names = { 0 };
	const char *word;
	size_t i;
	int holds;

	word = c->words.v[1];
	for (i = 0; i < ws->ncatalogs; i++)
		strs_add(&names, ws->catalogs[i].name);
	holds = strs_find(&names, word) != -1 ||
	    catalog_has(c->t->refs->catalogs, word);
	if (!holds && !workspace_ships(c->t->refs->roots, word))
		no_such(c, "catalogue", word, &names);
	strs_release(&names);
	return holds;
}

static int
holds_document(const struct condition *c)
{
	const struct refs *refs = c->t->refs;
	const char *title, *word;

	word = c->words.v[1];
	title = refs_get(refs, REFS_DOCUMENT, word);
	if (title == NULL)
		return no_such(c, "document", word,
		    &refs->names[REFS_DOCUMENT]);
	return title[0] != '\0' || refs_stand_in(refs, word) != NULL;
}

static int
holds_role(const struct condition *c)
{
	const struct yml *role;

	if (workspace_check_role(c->t->refs->ws, c->words.v[1], c->at,
	    c->t->d) == -1)
		return 0;
	role = yml_get(yml_get(c->t->refs->ws->yml, "roles"),
	    c->words.v[1]);
	return yml_text(role, "holder") != NULL;
}

/* Is the status of CONTROL one of the words from the third on? */
static int
has_status(const struct condition *c, const xmlNode *control)
{
	const char *status;
	size_t i;

	status = refs_status(c->t->refs, xml_get(control, "ref"));
	for (i = 2; status != NULL && i < c->words.n; i++)
		if (strcmp(status, c->words.v[i]) == 0)
			return 1;
	return 0;
}

static int
holds_status(const struct condition *c)
{
	struct controls found = { 0 };
	size_t i;
	int holds = 0;

	if (c->words.n < 3) {
		diag_add(c->t->d, DIAG_DIRECTIVE, c->at, "\"status\" needs a "
		    "control and a status; write {{#if status LABEL "
		    "implemented}}");
		return 0;
	}
	refs_controls(c->t->refs, c->words.v[1], c->t->home, c->at,
	    c->t->shipped, &found, c->t->d);
	for (i = 0; i < found.n && !holds; i++)
		holds = has_status(c, found.v[i]);
	controls_release(&found);
	return holds;
}

static const struct {
	const char	*word;
	int		 (*holds)(const struct condition *c);
} kinds[] = {
	{ "set", holds_set },
	{ "catalog", holds_catalog },
	{ "document", holds_document },
	{ "role", holds_role },
	{ "status", holds_status }
};

/* What the words of C say: a kind with what it is about, or a variable. */
static int
holds(const struct condition *c, const char *text)
{
	size_t i;

	for (i = 0; c->words.n > 1 && i < sizeof(kinds) / sizeof(*kinds);
	    i++)
		if (strcmp(kinds[i].word, c->words.v[0]) == 0)
			return kinds[i].holds(c);
	return template_holds(c->t, text, c->at);
}

static int
is_applicable(struct template *t, const char *label, const struct place *at)
{
	struct controls found = { 0 };
	size_t i;
	int holds;

	if (label[0] == '\0')
		diag_add(t->d, DIAG_DIRECTIVE, at,
		    "\"{{#applicable}}\" needs a control; write "
		    "{{#applicable LABEL}}");
	else
		refs_controls(t->refs, label, t->home, at, t->shipped,
		    &found, t->d);
	/* What nobody can decide here counts as applicable. */
	holds = found.n == 0;
	for (i = 0; i < found.n; i++)
		if (refs_applicable(t->refs, xml_get(found.v[i], "ref")))
			holds = 1;
	controls_release(&found);
	return holds;
}

static void
split(struct strs *words, const char *text)
{
	size_t len;

	for (text += strspn(text, " \t"); *text != '\0';
	    text += len + strspn(text + len, " \t")) {
		len = strcspn(text, " \t");
		strs_take(words, mem_strndup(text, len));
	}
}

int
condition_holds(struct template *t, const char *text, int applicable,
    const struct place *at)
{
	struct condition c = { 0 };
	int negated, yes = 0;

	if (applicable)
		return is_applicable(t, text, at);
	negated = strncmp(text, "not", 3) == 0 && strchr(" \t", text[3]) !=
	    NULL;
	if (negated)
		text += 3 + strspn(text + 3, " \t");
	c.t = t;
	c.at = at;
	split(&c.words, text);
	if (c.words.n == 0)
		diag_add(t->d, DIAG_DIRECTIVE, at, "\"{{#if%s}}\" needs a "
		    "variable; write {{#if NAME}} or {{#if not NAME}}",
		    negated ? " not" : "");
	else
		yes = holds(&c, text);
	strs_release(&c.words);
	return negated ? !yes : yes;
}
