/* OSCAL validation against the shipped schema. */
#include "oscal.h"

#include <libxml/xmlschemas.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

#define SCHEMA		PATH_SHIPPED "catalog/oscal.xsd"
#define XSI		"http://www.w3.org/2001/XMLSchema-instance"

enum {
	SHOWN_MAX = 10,		/* violations that are shown one by one */
	TEXT_MAX = 300		/* bytes of one, the rest is cut */
};

/* What the handler of violations needs. */
struct violations {
	struct diag	*d;
	const char	*path;
	size_t		 n;
	int		 rest;		/* line of the first not shown */
};

/* What libxml2 says, and what we say in its place. */
static const struct {
	const char	*from;
	const char	*to;		/* where it ends; NULL: with all */
	const char	*by;
} replaced[] = {
	{ "{" XML_NS_OSCAL "}", "", "" },
	{ "[facet '", "'] ", "" },
	{ " by the pattern '", NULL, "" },
	{ ": This ", "", ": this " },
	{ ": The ", "", ": the " },
	{ ": Missing ", "", ": missing " },
	{ ": Character ", "", ": character " },
	{ "The value '", "", "the value '" },
	{ ". Expected ", "", "; expected " }
};

/* Replace what begins at S, adding to OUT; bytes of S that this takes. */
static size_t
replace(struct buf *out, const char *s)
{
	const char *end;
	size_t i, len;

	for (i = 0; i < sizeof(replaced) / sizeof(*replaced); i++) {
		len = strlen(replaced[i].from);
		if (strncmp(s, replaced[i].from, len) != 0)
			continue;
		buf_puts(out, replaced[i].by);
		end = replaced[i].to == NULL ? NULL :
		    strstr(s + len, replaced[i].to);
		return end == NULL ? strlen(s) : (size_t)(end - s) +
		    strlen(replaced[i].to);
	}
	len = utf8_len(s, strnlen(s, 4), NULL);
	len = len == 0 ? 1 : len;
	buf_add(out, s, len);
	return len;
}

/*
 * What libxml2 says, in our form: names without their namespace, lower case,
 * no full stop, not too long.  New memory.
 */
static char *
in_our_form(const char *message)
{
	struct buf text = { 0 };
	const char *s;

	for (s = message; *s != '\0' && text.len < TEXT_MAX;)
		s += replace(&text, s);
	while (text.len > 0 &&
	    strchr(" \n.", text.data[text.len - 1]) != NULL)
		text.data[--text.len] = '\0';
	if (*s != '\0')
		buf_puts(&text, " ...");
	if (text.len > 0)
		text.data[0] = (char)tolower((unsigned char)text.data[0]);
	return buf_detach(&text);
}

static void
on_violation(void *arg, xmlErrorPtr error)
{
	struct violations *found = arg;
	struct place at = { 0 };
	char *text;

	at.path = found->path;
	at.line = error->node == NULL ? error->line :
	    xml_line(error->node);
	found->n++;
	if (found->n == SHOWN_MAX + 1)
		found->rest = at.line;
	if (found->n > SHOWN_MAX)
		return;
	text = in_our_form(error->message == NULL ? "" : error->message);
	diag_add(found->d, DIAG_OSCAL_SCHEMA, &at,
	    "not as OSCAL's schema wants it: %s", text);
	free(text);
}

static void
ignore(void *arg, xmlErrorPtr error)
{
	(void)arg;
	(void)error;
}

/*
 * Take off NODE, and all below it, attributes that would make the validator
 * open other files.
 */
static void
drop_hints(xmlNodePtr node)
{
	static const char *const names[] = {
		"schemaLocation", "noNamespaceSchemaLocation"
	};
	xmlAttrPtr attr;
	size_t i;

	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		for (i = 0; node->properties != NULL && i < 2; i++) {
			attr = xmlHasNsProp(node, BAD_CAST names[i],
			    BAD_CAST XSI);
			if (attr != NULL)
				xmlRemoveProp(attr);
		}
		drop_hints(node->children);
	}
}

/* The compiled schema, or NULL with a message. */
static xmlSchemaPtr
compile(const char *text, size_t len, struct diag *d)
{
	xmlSchemaParserCtxtPtr ctxt;
	xmlSchemaPtr schema = NULL;
	struct place at = { 0 };

	ctxt = xmlSchemaNewMemParserCtxt(text, (int)len);
	if (ctxt != NULL) {
		xmlSchemaSetParserStructuredErrors(ctxt, ignore, NULL);
		schema = xmlSchemaParse(ctxt);
		xmlSchemaFreeParserCtxt(ctxt);
	}
	at.path = SCHEMA;
	if (schema == NULL)
		diag_add(d, DIAG_NO_DATA, &at, "cannot use the schema of "
		    "OSCAL; install ismsdoc again");
	return schema;
}

static int
validate(xmlSchemaPtr schema, xmlDocPtr doc, const char *path,
    struct diag *d)
{
	struct violations found = { 0 };
	struct place at = { 0 };
	xmlSchemaValidCtxtPtr ctxt;

	at.path = path;
	ctxt = xmlSchemaNewValidCtxt(schema);
	if (ctxt == NULL)
		return diag_add(d, DIAG_SYSTEM, &at,
		    "cannot make an XML validator");
	found.d = d;
	found.path = path;
	/* Without a name libxml2 looks for one, sibling by sibling. */
	xmlSchemaValidateSetFilename(ctxt, path);
	xmlSchemaSetValidStructuredErrors(ctxt, on_violation, &found);
	xmlSchemaValidateDoc(ctxt, doc);
	xmlSchemaFreeValidCtxt(ctxt);
	at.line = found.rest;
	if (found.n > SHOWN_MAX)
		diag_add(d, DIAG_OSCAL_SCHEMA, &at, "from here on, %zu more "
		    "places are not as OSCAL's schema wants it",
		    found.n - SHOWN_MAX);
	return 0;
}

int
oscal_validate(const struct roots *roots, xmlDocPtr doc, const char *path,
    struct diag *d)
{
	struct buf text = { 0 };
	xmlSchemaPtr schema = NULL;
	int rc = -1;

	if (path_read(roots, SCHEMA, PATH_DATA_MAX, &text, NULL, d) == 0)
		schema = compile(buf_str(&text), text.len, d);
	if (schema != NULL) {
		drop_hints(doc->children);
		rc = validate(schema, doc, path, d);
	}
	xmlSchemaFree(schema);
	buf_release(&text);
	return rc;
}
