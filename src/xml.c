/* XML: safe parsing, and the building of the dossier's nodes. */
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/xmlsave.h>

#include <ctype.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

enum { PARSE_FLAGS = XML_PARSE_NONET | XML_PARSE_BIG_LINES };

/* What the parser's error handler needs. */
struct parse {
	struct diag	*d;
	const char	*path;
	int		 said;	/* one message per file is enough */
};

static void
ignore_errors(void *arg, const char *fmt, ...)
{
	(void)arg;
	(void)fmt;
}

void
xml_setup(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
	xmlSetGenericErrorFunc(NULL, ignore_errors);
}

void
xml_teardown(void)
{
	xmlCleanupParser();
}

/* What libxml2 says (a part of it), and what we say. */
static const struct {
	const char	*said;
	enum diag_code	 code;
	const char	*text;
} parse_faults[] = {
	{ "Excessive depth", DIAG_XML_LIMIT, "nested more than 256 deep" },
	{ "huge", DIAG_XML_LIMIT, "a text or name is too long" },
	{ "HUGE", DIAG_XML_LIMIT, "a text or name is too long" },
	{ "too long", DIAG_XML_LIMIT, "a text or name is too long" },
	{ "too big", DIAG_XML_LIMIT, "a text or name is too long" },
	{ "not proper UTF-8", DIAG_UTF8, "not UTF-8 here; save the file as "
	    "UTF-8" },
	{ "invalid xmlChar", DIAG_XML_SYNTAX, "a character that XML cannot "
	    "hold; remove it" },
	{ "PCDATA invalid Char", DIAG_XML_SYNTAX, "a character that XML "
	    "cannot hold; remove it" },
	{ "Invalid byte sequence", DIAG_UTF8, "bytes that are not of its "
	    "encoding; save the file as UTF-8" }
};

/* libxml2's own words in our form: no line end, small first letter. */
static char *
parse_words(const char *said)
{
	char *text;
	size_t len;

	text = mem_strdup(said);
	len = strlen(text);
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		text[--len] = '\0';
	if (isupper((unsigned char)text[0]) && islower((unsigned char)text[1]))
		text[0] = (char)tolower((unsigned char)text[0]);
	return text;
}

static void
on_parse_error(void *arg, xmlErrorPtr error)
{
	struct parse *parse;
	struct place at = { 0 };
	enum diag_code code = DIAG_XML_SYNTAX;
	const char *said;
	char *text;
	size_t i, n;

	parse = ((xmlParserCtxtPtr)arg)->_private;
	if (parse->said || error->level < XML_ERR_ERROR)
		return;
	parse->said = 1;
	at.path = parse->path;
	at.line = error->line;
	at.col = error->int2;
	said = error->message == NULL ? "" : error->message;
	text = parse_words(said);
	n = sizeof(parse_faults) / sizeof(*parse_faults);
	for (i = 0; i < n; i++)
		if (strstr(said, parse_faults[i].said) != NULL)
			break;
	if (error->code == XML_ERR_NO_MEMORY)
		code = DIAG_SYSTEM;
	else if (i < n)
		code = parse_faults[i].code;
	diag_add(parse->d, code, &at, "cannot read XML: %s", i < n ?
	    parse_faults[i].text : text);
	free(text);
}

/* Stops the parser at a DOCTYPE, before any of it is read. */
static void
on_doctype(void *arg, const xmlChar *name, const xmlChar *public_id,
    const xmlChar *system_id)
{
	xmlParserCtxtPtr ctxt = arg;
	struct parse *parse;
	struct place at = { 0 };

	(void)name;
	(void)public_id;
	(void)system_id;
	parse = ctxt->_private;
	at.path = parse->path;
	at.line = xmlSAX2GetLineNumber(ctxt);
	if (!parse->said)
		diag_add(parse->d, DIAG_XML_DOCTYPE, &at,
		    "cannot read XML: a DOCTYPE is refused; remove it");
	parse->said = 1;
	xmlStopParser(ctxt);
}

/* Names of CTXT's document go into DICT. */
static void
share_dict(xmlParserCtxtPtr ctxt, xmlDictPtr dict)
{
	if (dict == NULL)
		return;
	if (ctxt->dict != NULL)
		xmlDictFree(ctxt->dict);
	ctxt->dict = dict;
	xmlDictReference(dict);
}

static xmlDocPtr
parse_with(const char *text, size_t len, const char *path, const char *url,
    xmlDictPtr dict, int flags, struct diag *d)
{
	xmlParserCtxtPtr ctxt;
	struct parse parse = { 0 };
	struct place at = { 0 };
	xmlDocPtr doc;

	parse.d = d;
	parse.path = at.path = path;
	ctxt = xmlNewParserCtxt();
	if (ctxt == NULL) {
		diag_add(d, DIAG_SYSTEM, &at, "cannot make an XML parser");
		return NULL;
	}
	share_dict(ctxt, dict);
	ctxt->_private = &parse;
	ctxt->sax->serror = on_parse_error;
	ctxt->sax->internalSubset = on_doctype;
	doc = len > (size_t)PATH_DATA_MAX ? NULL : xmlCtxtReadMemory(ctxt,
	    len == 0 ? "" : text, (int)len, url, NULL, flags);
	if (doc == NULL || !ctxt->wellFormed || parse.said) {
		if (!parse.said)
			diag_add(d, DIAG_XML_SYNTAX, &at,
			    "cannot read XML: no document in it");
		if (doc != NULL)
			xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc == NULL && ctxt->myDoc != NULL) {
		xmlFreeDoc(ctxt->myDoc);
		ctxt->myDoc = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	return doc;
}

xmlDocPtr
xml_parse(const char *text, size_t len, const char *path, struct diag *d)
{
	return parse_with(text, len, path, path, NULL, PARSE_FLAGS, d);
}

xmlDocPtr
xml_parse_style(const char *text, size_t len, const char *path,
    const char *url, xmlDictPtr dict, struct diag *d)
{
	return parse_with(text, len, path, url, dict,
	    PARSE_FLAGS | XML_PARSE_NOCDATA, d);
}

xmlDocPtr
xml_load(const struct roots *roots, const char *path,
    const struct place *where, struct diag *d)
{
	struct buf text = { 0 };
	xmlDocPtr doc = NULL;

	if (path_read(roots, path, PATH_DATA_MAX, &text, where, d) == 0)
		doc = xml_parse(buf_str(&text), text.len, path, d);
	buf_release(&text);
	return doc;
}

xmlDocPtr
xml_new(const char *name)
{
	xmlDocPtr doc;
	xmlNodePtr root;

	doc = xmlNewDoc(BAD_CAST "1.0");
	doc->dict = xmlDictCreate();	/* each name is kept once */
	root = xmlNewDocNode(doc, NULL, BAD_CAST "x", NULL);
	xmlDocSetRootElement(doc, root);
	xmlNewNs(root, BAD_CAST XML_NS_I, BAD_CAST "i");
	xmlNewNs(root, BAD_CAST XML_NS_DB, NULL);
	xmlNewNs(root, BAD_CAST XML_NS_XLINK, BAD_CAST "xlink");
	xmlNodeSetName(root, BAD_CAST (strncmp(name, "i:", 2) == 0 ?
	    name + 2 : name));
	xmlSetNs(root, strncmp(name, "i:", 2) == 0 ? root->nsDef :
	    root->nsDef->next);
	return doc;
}

/* The namespace that the root declares for the prefix of NAME. */
static xmlNsPtr
ns_of(const xmlNode *node, const char *name, const char **local)
{
	xmlNodePtr root;
	const char *colon;
	xmlNsPtr ns;
	size_t len;

	root = xmlDocGetRootElement(node->doc);
	colon = strchr(name, ':');
	*local = colon == NULL ? name : colon + 1;
	len = colon == NULL ? 0 : (size_t)(colon - name);
	for (ns = root->nsDef; ns != NULL; ns = ns->next)
		if (len == 0 ? ns->prefix == NULL : ns->prefix != NULL &&
		    strncmp((const char *)ns->prefix, name, len) == 0 &&
		    ns->prefix[len] == '\0')
			return ns;
	return NULL;
}

xmlNodePtr
xml_make(xmlNodePtr parent, const char *name)
{
	const char *local;
	xmlNsPtr ns;

	ns = ns_of(parent, name, &local);
	return xmlNewDocNode(parent->doc, ns, BAD_CAST local, NULL);
}

xmlNodePtr
xml_add(xmlNodePtr parent, const char *name)
{
	return xmlAddChild(parent, xml_make(parent, name));
}

/* S as XML can hold it; new memory only where something had to change. */
static char *
filtered(const char *s, size_t len)
{
	struct buf out = { 0 };
	unsigned long cp;
	size_t i, n;

	for (i = 0; i < len; i += n) {
		n = utf8_len(s + i, len - i, &cp);
		if (n == 0) {
			buf_utf8(&out, 0xFFFD);
			n = 1;
		} else if (utf8_is_xml(cp) && cp != '\r') {
			buf_add(&out, s + i, n);
		}
	}
	return buf_detach(&out);
}

static int
is_plain(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x7F ||
		    ((unsigned char)s[i] < 0x20 && s[i] != '\n' &&
		    s[i] != '\t'))
			return 0;
	return 1;
}

void
xml_text(xmlNodePtr parent, const char *s, size_t len)
{
	char *clean;

	if (len == 0)
		return;
	if (is_plain(s, len)) {
		xmlAddChild(parent, xmlNewDocTextLen(parent->doc, BAD_CAST s,
		    (int)len));
		return;
	}
	clean = filtered(s, len);
	if (clean[0] != '\0')
		xmlAddChild(parent, xmlNewDocText(parent->doc,
		    BAD_CAST clean));
	free(clean);
}

xmlNodePtr
xml_add_text(xmlNodePtr parent, const char *name, const char *s)
{
	xmlNodePtr node;

	node = xml_add(parent, name);
	xml_text(node, s, strlen(s));
	return node;
}

void
xml_set(xmlNodePtr node, const char *name, const char *value)
{
	const char *local;
	char *clean;
	xmlNsPtr ns = NULL;

	if (value == NULL)
		return;
	clean = is_plain(value, strlen(value)) ? NULL :
	    filtered(value, strlen(value));
	if (clean != NULL)
		value = clean;
	if (strcmp(name, "xml:id") == 0 || strcmp(name, "xml:lang") == 0) {
		ns = xmlSearchNsByHref(node->doc, node, XML_XML_NAMESPACE);
		local = name + 4;
	} else if (strchr(name, ':') != NULL) {
		ns = ns_of(node, name, &local);
	} else {
		local = name;
	}
	xmlSetNsProp(node, ns, BAD_CAST local, BAD_CAST value);
	free(clean);
}

void
xml_setf(xmlNodePtr node, const char *name, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = mem_vprintf(fmt, ap);
	va_end(ap);
	xml_set(node, name, s);
	free(s);
}

/* Append ":N"; ten thousand times a read, for which printf is slow. */
static void
add_number(struct buf *out, int n)
{
	char digits[16], *s = digits + sizeof(digits);

	*--s = '\0';
	do
		*--s = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_putc(out, ':');
	buf_puts(out, s);
}

void
xml_set_src(xmlNodePtr node, const struct place *at)
{
	struct buf text = { 0 };

	if (at == NULL || at->path == NULL)
		return;
	buf_puts(&text, at->path);
	if (at->line > 0)
		add_number(&text, at->line);
	if (at->line > 0 && at->col > 0)
		add_number(&text, at->col);
	xml_set(node, "i:src", buf_str(&text));
	buf_release(&text);
}

static const char *
attr_value(const xmlAttr *attr)
{
	if (attr == NULL)
		return NULL;
	return attr->children == NULL ? "" :
	    (const char *)attr->children->content;
}

const char *
xml_get(const xmlNode *node, const char *name)
{
	return attr_value(xmlHasNsProp(node, BAD_CAST name, NULL));
}

const char *
xml_get_ns(const xmlNode *node, const char *ns, const char *local)
{
	return attr_value(xmlHasNsProp(node, BAD_CAST local, BAD_CAST ns));
}

/* A line or column, 0 where it is none that a file can have. */
static int
number(const char *s)
{
	long n;

	n = strtol(s, NULL, 10);
	return n > 0 && n < INT_MAX ? (int)n : 0;
}

/* Where a cell of a row with STARTS begins, in AT, which is the row's. */
static void
cell_place(const xmlNode *cell, const char *starts, struct place *at)
{
	const xmlNode *node;
	const char *s = starts;
	int first;

	for (node = cell; node != NULL && s != NULL; node = node->prev)
		if (xml_is(node, "i:cell"))
			s = strchr(s + 1, ' ');
	if (s == NULL)
		return;
	first = number(s + 1);
	s += 1 + strspn(s + 1, "0123456789");
	at->col = *s == ':' ? number(s + 1) : first;
	if (*s == ':')
		at->line = first;
}

struct place
xml_place(const xmlNode *node, char **path)
{
	struct place at = { 0 };
	const xmlNode *cell = NULL;
	const char *src = NULL, *starts = NULL;
	char *colon;

	*path = NULL;
	for (; node != NULL && src == NULL; node = node->parent) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		src = xml_get_ns(node, XML_NS_I, "src");
		starts = xml_get(node, "starts");
		if (src == NULL && xml_is(node, "i:cell"))
			cell = node;
	}
	if (src == NULL)
		return at;
	*path = mem_strdup(src);
	at.path = *path;
	colon = strrchr(*path, ':');
	if (colon != NULL && isdigit((unsigned char)colon[1])) {
		at.line = number(colon + 1);
		*colon = '\0';
	}
	colon = strrchr(*path, ':');
	if (colon != NULL && isdigit((unsigned char)colon[1])) {
		at.col = at.line;
		at.line = number(colon + 1);
		*colon = '\0';
	}
	if (cell != NULL && starts != NULL)
		cell_place(cell, starts, &at);
	return at;
}

int
xml_is(const xmlNode *node, const char *name)
{
	static const struct {
		const char	*prefix;
		const char	*uri;
	} known[] = {
		{ "i:", XML_NS_I }, { "oscal:", XML_NS_OSCAL },
		{ "xsl:", XML_NS_XSL }, { "", XML_NS_DB }
	};
	size_t i, len;

	if (node == NULL || node->type != XML_ELEMENT_NODE)
		return 0;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		len = strlen(known[i].prefix);
		if (strncmp(name, known[i].prefix, len) == 0)
			return node->ns != NULL &&
			    strcmp((const char *)node->ns->href,
			    known[i].uri) == 0 &&
			    strcmp((const char *)node->name, name + len) == 0;
	}
	return 0;
}

static xmlNodePtr
from_here(xmlNodePtr node, const char *name)
{
	for (; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    (name == NULL || xml_is(node, name)))
			return node;
	return NULL;
}

xmlNodePtr
xml_first(const xmlNode *parent, const char *name)
{
	return parent == NULL ? NULL : from_here(parent->children, name);
}

xmlNodePtr
xml_next(const xmlNode *node, const char *name)
{
	return from_here(node->next, name);
}

/* Append the words of the text S; *GAP: a blank is due before the next. */
static void
add_words(struct buf *out, const char *s, int *gap)
{
	for (; *s != '\0'; s++) {
		if (*s == ' ' || *s == '\n' || *s == '\t' || *s == '\r') {
			*gap = 1;
			continue;
		}
		if (*gap && out->len > 0)
			buf_putc(out, ' ');
		*gap = 0;
		buf_putc(out, *s);
	}
}

char *
xml_words(const xmlNode *node)
{
	struct buf out = { 0 };
	xmlChar *text;
	int gap = 0;

	text = xmlNodeGetContent(node);
	if (text != NULL)
		add_words(&out, (const char *)text, &gap);
	xmlFree(text);
	return buf_detach(&out);
}

int
xml_line(const xmlNode *node)
{
	long line;

	line = xmlGetLineNo(node);
	return line < 0 ? 0 : (int)line;
}

static void
copy_attributes(xmlNodePtr to, const xmlNode *from)
{
	const xmlAttr *attr;

	for (attr = from->properties; attr != NULL; attr = attr->next)
		xmlSetNsProp(to, attr->ns, attr->name, attr->children ==
		    NULL ? BAD_CAST "" : attr->children->content);
}

void
xml_copy_children(xmlNodePtr parent, const xmlNode *from)
{
	const xmlNode *node;
	xmlNodePtr copy;

	for (node = from->children; node != NULL; node = node->next) {
		copy = NULL;
		if (node->type == XML_ELEMENT_NODE) {
			copy = xmlNewDocNode(parent->doc, node->ns,
			    node->name, NULL);
			copy_attributes(copy, node);
			xml_copy_children(copy, node);
		} else if (node->type == XML_TEXT_NODE) {
			copy = xmlNewDocText(parent->doc, node->content);
		} else if (node->type == XML_PI_NODE) {
			copy = xmlNewDocPI(parent->doc, node->name,
			    node->content);
		}
		if (copy != NULL)
			xmlAddChild(parent, copy);
	}
}

void
xml_remove(xmlNodePtr node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

void
xml_unwrap(xmlNodePtr node)
{
	xmlNodePtr child;

	while ((child = node->children) != NULL) {
		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child);
	}
	xml_remove(node);
}

static int
write_chunk(void *arg, const char *chunk, int len)
{
	buf_add(arg, chunk, (size_t)len);
	return len;
}

void
xml_write(xmlDocPtr doc, struct buf *out)
{
	xmlSaveCtxtPtr ctxt;

	ctxt = xmlSaveToIO(write_chunk, NULL, out, "UTF-8",
	    XML_SAVE_AS_XML);
	if (ctxt == NULL)
		return;
	xmlSaveDoc(ctxt, doc);
	xmlSaveClose(ctxt);
}

void
xml_write_part(const xmlNode *node, struct buf *out)
{
	xmlSaveCtxtPtr ctxt;

	ctxt = xmlSaveToIO(write_chunk, NULL, out, "UTF-8",
	    XML_SAVE_AS_XML | XML_SAVE_NO_DECL);
	if (ctxt == NULL)
		return;
	xmlSaveTree(ctxt, (xmlNodePtr)node);
	xmlSaveClose(ctxt);
}

void
xml_read_part(xmlNodePtr node, const struct buf *text)
{
	xmlNodePtr list = NULL, next;

	xmlParseInNodeContext(node->parent, buf_str(text), (int)text->len,
	    XML_PARSE_NONET | XML_PARSE_HUGE, &list);
	for (; list != NULL; list = next) {
		next = list->next;
		xmlUnlinkNode(list);
		xmlAddPrevSibling(node, list);
	}
}

size_t
xml_count(const xmlNode *node)
{
	size_t n = 1;

	for (node = node->children; node != NULL; node = node->next)
		n += node->type == XML_ELEMENT_NODE ? xml_count(node) : 1;
	return n;
}

/* Is NS that of NODE, of an attribute, or of what is below? */
static int
uses_ns(const xmlNode *node, const xmlNs *ns)
{
	const xmlAttr *attr;

	if (node->type != XML_ELEMENT_NODE)
		return 0;
	if (node->ns == ns)
		return 1;
	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (attr->ns == ns)
			return 1;
	for (node = node->children; node != NULL; node = node->next)
		if (uses_ns(node, ns))
			return 1;
	return 0;
}

void
xml_pack(xmlNodePtr node, const xmlNode *within, struct buf *out)
{
	xmlDocPtr doc;
	const xmlNs *ns;

	doc = xmlNewDoc(BAD_CAST "1.0");
	doc->dict = node->doc->dict;	/* it has the names */
	if (doc->dict != NULL)
		xmlDictReference(doc->dict);
	for (; within != NULL && within->type == XML_ELEMENT_NODE;
	    within = within->parent)
		for (ns = within->nsDef; ns != NULL; ns = ns->next)
			if (uses_ns(node, ns))
				xmlNewNs(node, ns->href, ns->prefix);
	xmlDocSetRootElement(doc, node);
	xml_write(doc, out);
	xmlFreeDoc(doc);
}

xmlDocPtr
xml_unpack(const struct buf *text)
{
	return xmlReadMemory(text->data, (int)text->len, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT);
}
