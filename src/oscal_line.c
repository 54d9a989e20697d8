/* OSCAL prose, one line: words, links, parameters. */
#include "oscal_line.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

enum { PHRASE_COST = 128 };	/* bytes that an insert counts at least */

/* What an element of a line becomes. */
struct word {
	const char	*name;
	void		(*put)(struct flow *, const xmlNode *,
			    const struct word *);
	const char	*docbook;
	const char	*role;
	unsigned	 in;		/* flags for what it holds */
};

static void
flush(struct flow *f)
{
	xml_text(f->at, buf_str(&f->text), f->text.len);
	buf_clear(&f->text);
}

/* Take off the blanks at the end of what waits. */
static void
trim(struct flow *f)
{
	while (f->text.len > 0 &&
	    strchr(OSCAL_BLANKS, f->text.data[f->text.len - 1]) != NULL)
		f->text.data[--f->text.len] = '\0';
}

/* Add S as it is, but for a line feed right after <pre>. */
static void
put_verbatim(struct flow *f, const char *s)
{
	if (*s == '\0')
		return;
	buf_puts(&f->text, f->gap && *s == '\n' ? s + 1 : s);
	f->gap = 0;
}

/* Add S, which NODE gave, with each run of blanks made one. */
static void
put_text(struct flow *f, const xmlNode *node, const char *s)
{
	size_t n;

	if (f->nparams > 0 && !oscal_count(f->oscal, node, strlen(s)))
		return;
	if (f->in & IN_PRE) {
		put_verbatim(f, s);
		return;
	}
	while (*s != '\0') {
		n = strspn(s, OSCAL_BLANKS);
		if (n > 0 && !f->gap)
			buf_putc(&f->text, ' ');
		f->gap = f->gap || n > 0;
		s += n;
		n = strcspn(s, OSCAL_BLANKS);
		buf_add(&f->text, s, n);
		f->gap = f->gap && n == 0;
		s += n;
	}
}

void
flow_line(struct flow *f, const xmlNode *from)
{
	const xmlNode *node;

	for (node = from->children; node != NULL; node = node->next) {
		if (f->nparams > 0 && !oscal_count(f->oscal, node, 1))
			return;
		flow_node(f, node);
	}
}

/* Begin the element NAME in the line; its end is for close_inline. */
static xmlNodePtr
open_inline(struct flow *f, const char *name)
{
	flush(f);
	f->at = xml_add(f->at, name);
	return f->at;
}

static void
close_inline(struct flow *f)
{
	flush(f);
	f->at = f->at->parent;
}

static void
put_wrapped(struct flow *f, const xmlNode *node, const struct word *word)
{
	unsigned in = f->in;

	if (in & IN_PLAIN) {
		flow_line(f, node);
		return;
	}
	xml_set(open_inline(f, word->docbook), "role", word->role);
	f->in |= word->in;
	flow_line(f, node);
	f->in = in;
	close_inline(f);
}

/* Does HREF have a scheme, however it is disguised by blanks? */
static int
has_scheme(const char *href)
{
	while (isalnum((unsigned char)*href) || (*href != '\0' &&
	    (strchr("+-.", *href) != NULL || (unsigned char)*href <= 0x20)))
		href++;
	return *href == ':';
}

static void
put_anchor(struct flow *f, const xmlNode *node, const struct word *word)
{
	const char *href;
	int is;

	href = xml_get(node, "href");
	is = href != NULL && oscal_is_address(href);
	if (href != NULL && !is && has_scheme(href))
		oscal_say(f->oscal, DIAG_LINK_SCHEME, node, "\"%s\" is "
		    "printed without a link: it is no address of http, "
		    "https or mailto", oscal_shown(href).text);
	oscal_check_target(f->oscal, node, href);
	if (!is || node->children == NULL || f->in & (IN_LINK | IN_PLAIN)) {
		flow_line(f, node);
		return;
	}
	xml_set(open_inline(f, word->docbook), "xlink:href", href);
	f->in |= IN_LINK;
	flow_line(f, node);
	f->in &= ~(unsigned)IN_LINK;
	close_inline(f);
}

static void
put_image(struct flow *f, const xmlNode *node, const struct word *word)
{
	const char *alt;

	(void)word;
	alt = xml_get(node, "alt");
	if (alt != NULL)
		put_text(f, node, alt);
}

static void
put_break(struct flow *f, const xmlNode *node, const struct word *word)
{
	if ((f->in & IN_PRE) == 0) {
		trim(f);
		flush(f);
		xmlAddChild(f->at, xmlNewDocPI(f->at->doc,
		    BAD_CAST word->docbook, NULL));
	}
	buf_putc(&f->text, '\n');
	f->gap = 1;
	flow_line(f, node);
}

/*
 * Parameters.
 */

static void
put_choices(struct flow *f, struct oscal_param *param)
{
	const xmlNode *choice;
	const char *many;
	int first = 1;

	many = xml_get(param->select, "how-many");
	put_text(f, param->select, many != NULL &&
	    strcmp(many, "one-or-more") == 0 ? "one or more of: " :
	    "one of: ");
	param->open = 1;
	for (choice = oscal_first(param->select, "choice");
	    choice != NULL && oscal_count(f->oscal, choice, 1);
	    choice = oscal_next(choice, "choice")) {
		if (!first) {
			trim(f);
			put_text(f, choice, "; ");
		}
		flow_line(f, choice);
		first = 0;
	}
	trim(f);
	f->gap = 0;
	param->open = 0;
}

static void
say_no_param(struct oscal *oscal, const xmlNode *node, const char *id)
{
	if (oscal->shipped)
		oscal_say(oscal, DIAG_OSCAL_DEMAND, node, "the insert of the "
		    "parameter \"%s\" leads nowhere; mend it or take it out",
		    oscal_shown(id).text);
	else if (xmlHashAddEntry(oscal->said, BAD_CAST id, oscal) == 0)
		oscal_say(oscal, DIAG_OSCAL_PARAM, node, "the catalogue has "
		    "no parameter \"%s\"; its id is printed in brackets",
		    oscal_shown(id).text);
}

static void
put_param(struct flow *f, const xmlNode *node, const char *id)
{
	struct oscal_param *param;
	xmlNodePtr phrase;

	if (!oscal_count(f->oscal, node, PHRASE_COST + strlen(id)))
		return;
	f->nparams++;
	param = oscal_param(f->oscal, id);
	phrase = open_inline(f, "phrase");
	xml_set(phrase, "role", "parameter");
	xml_set(phrase, "i:param", id);
	if (param == NULL) {
		say_no_param(f->oscal, node, id);
		put_text(f, node, "[");
		put_text(f, node, id);
		put_text(f, node, "]");
	} else if (param->select == NULL || param->open ||
	    f->nparams > OSCAL_PARAM_DEPTH_MAX) {
		put_text(f, node, param->text);
	} else {
		put_choices(f, param);
	}
	close_inline(f);
	f->nparams--;
}

static void
put_insert(struct flow *f, const xmlNode *node, const struct word *word)
{
	const char *type, *id;

	(void)word;
	type = xml_get(node, "type");
	id = xml_get(node, "id-ref");
	if (id == NULL || id[0] == '\0')
		return;
	if (type == NULL || strcmp(type, "param") == 0) {
		put_param(f, node, id);
		return;
	}
	put_text(f, node, id);
	if (f->oscal->shipped && oscal_find(f->oscal, id, NULL) == NULL)
		oscal_say(f->oscal, DIAG_OSCAL_DEMAND, node, "the insert of "
		    "\"%s\" leads nowhere; mend it or take it out",
		    oscal_shown(id).text);
}

static const struct word words[] = {
	{ "insert", put_insert, NULL, NULL, 0 },
	{ "a", put_anchor, "link", NULL, 0 },
	{ "code", put_wrapped, "code", NULL, IN_PLAIN },
	{ "em", put_wrapped, "emphasis", NULL, 0 },
	{ "i", put_wrapped, "emphasis", NULL, 0 },
	{ "strong", put_wrapped, "emphasis", "strong", 0 },
	{ "b", put_wrapped, "emphasis", "strong", 0 },
	{ "sub", put_wrapped, "subscript", NULL, IN_PLAIN },
	{ "sup", put_wrapped, "superscript", NULL, IN_PLAIN },
	{ "q", put_wrapped, "quote", NULL, 0 },
	{ "img", put_image, NULL, NULL, 0 },
	{ "br", put_break, "linebreak", NULL, 0 }
};

static const struct word *
word_of(const xmlNode *node)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (oscal_is(node, words[i].name))
			return &words[i];
	return NULL;
}

/* An element in a line; of one that cannot stand there, its words. */
static void
put_element(struct flow *f, const xmlNode *node)
{
	const struct word *word;

	if (f->depth == OSCAL_DEPTH_MAX) {
		oscal_too_deep(f->oscal, node);
		return;
	}
	f->depth++;
	word = word_of(node);
	if (word != NULL) {
		word->put(f, node, word);
	} else if (oscal_is_block(node)) {
		put_text(f, node, " ");
		flow_line(f, node);
		put_text(f, node, " ");
	} else {
		flow_line(f, node);
	}
	f->depth--;
}

void
flow_node(struct flow *f, const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE)
		put_element(f, node);
	else if (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE)
		put_text(f, node, (const char *)node->content);
}

/*
 * Blocks around lines.
 */

void
flow_begin(struct flow *f, xmlNodePtr to, const char *name)
{
	f->at = xml_add(to, name);
	f->gap = 1;
}

void
flow_close(struct flow *f)
{
	trim(f);
	flush(f);
	f->at = NULL;
}

void
flow_end(struct flow *f)
{
	xmlNodePtr block;

	block = f->at;
	if (block == NULL)
		return;
	flow_close(f);
	if (block->children == NULL)
		xml_remove(block);
}

char *
oscal_line(struct oscal *oscal, const xmlNode *from, xmlNodePtr scratch)
{
	struct flow f = { 0 };
	xmlNodePtr line;
	char *text;

	if (xml_first(from, NULL) == NULL)
		return xml_words(from);
	f.oscal = oscal;
	f.at = line = xml_make(scratch, "para");
	f.gap = 1;
	flow_line(&f, from);
	flow_close(&f);
	text = xml_words(line);
	buf_release(&f.text);
	xmlFreeNode(line);
	return text;
}

