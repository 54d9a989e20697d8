/* HTML: a tree of nodes written as the text of an HTML5 page. */
#include "html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define NS_SVG		"http://www.w3.org/2000/svg"
#define NS_MATHML	"http://www.w3.org/1998/Math/MathML"
#define NS_XHTML	"http://www.w3.org/1999/xhtml"
#define NS_XLINK	"http://www.w3.org/1999/xlink"

/* What is special about an element of HTML. */
enum {
	IS_VOID = 1 << 0,	/* no content and no end tag */
	IS_RAW = 1 << 1,	/* characters, not even & is special */
	IS_TEXT = 1 << 2,	/* characters, of which & is special */
	EATS_LF = 1 << 3,	/* a parser drops a first line feed */
	IS_ENDLESS = 1 << 4	/* nothing ends it */
};

static const struct {
	const char	*name;
	unsigned	 flags;
} specials[] = {
	{ "area", IS_VOID }, { "base", IS_VOID }, { "br", IS_VOID },
	{ "col", IS_VOID }, { "embed", IS_VOID }, { "hr", IS_VOID },
	{ "img", IS_VOID }, { "input", IS_VOID }, { "link", IS_VOID },
	{ "meta", IS_VOID }, { "source", IS_VOID }, { "track", IS_VOID },
	{ "wbr", IS_VOID },
	{ "basefont", IS_VOID }, { "bgsound", IS_VOID },
	{ "frame", IS_VOID }, { "keygen", IS_VOID }, { "param", IS_VOID },
	{ "script", IS_RAW }, { "style", IS_RAW },
	{ "iframe", IS_RAW }, { "noembed", IS_RAW }, { "noframes", IS_RAW },
	{ "xmp", IS_RAW },
	{ "title", IS_TEXT }, { "textarea", IS_TEXT | EATS_LF },
	{ "pre", EATS_LF }, { "listing", EATS_LF },
	{ "plaintext", IS_ENDLESS }
};

static const char *const booleans[] = {
	"allowfullscreen", "async", "autofocus", "autoplay", "checked",
	"controls", "default", "defer", "disabled", "formnovalidate",
	"hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted",
	"nomodule", "novalidate", "open", "playsinline", "readonly",
	"required", "reversed", "selected"
};

/* Elements of SVG and MathML whose content a parser reads as HTML. */
static const char *const integration_points[] = {
	"foreignObject", "desc", "title",
	"mi", "mo", "mn", "ms", "mtext", "annotation-xml"
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct writer {
	struct buf	*out;
	struct diag	*d;
	const char	*path;
	int		 rc;	/* -1: something could not be written */
};

static const char *
name_of(const xmlNode *node)
{
	return (const char *)node->name;
}

static int
is_among(const char *name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return 1;
	return 0;
}

static unsigned
special(const xmlNode *node)
{
	const char *name;
	size_t i;
	int first;

	name = name_of(node);
	first = tolower((unsigned char)name[0]);
	for (i = 0; i < COUNT(specials); i++)
		if (first == specials[i].name[0] &&
		    strcasecmp(name, specials[i].name) == 0)
			return specials[i].flags;
	return 0;
}

static int
is_in_ns(const xmlNs *ns, const char *uri)
{
	return ns != NULL && ns->href != NULL &&
	    strcmp((const char *)ns->href, uri) == 0;
}

static int
is_html(const xmlNode *node)
{
	return node->ns == NULL || is_in_ns(node->ns, NS_XHTML);
}

/*
 * Does a parser read NODE as SVG or MathML?  Only where a parent is <svg> or
 * <math> and neither HTML nor an integration point lies between.
 */
static int
is_foreign(const xmlNode *node)
{
	const xmlNode *n;

	for (n = node; n != NULL && n->type == XML_ELEMENT_NODE &&
	    !is_html(n); n = n->parent) {
		if (n != node && is_among(name_of(n), integration_points,
		    COUNT(integration_points)))
			return 0;
		if ((is_in_ns(n->ns, NS_SVG) &&
		    strcmp(name_of(n), "svg") == 0) ||
		    (is_in_ns(n->ns, NS_MATHML) &&
		    strcmp(name_of(n), "math") == 0))
			return 1;
	}
	return 0;
}

/* Is NODE an element of HTML where a parser expects SVG or MathML? */
static int
is_astray(const xmlNode *node)
{
	const xmlNode *parent;

	parent = node->parent;
	return is_html(node) && parent != NULL &&
	    parent->type == XML_ELEMENT_NODE && is_foreign(parent) &&
	    !is_among(name_of(parent), integration_points,
	    COUNT(integration_points));
}

static void
fault(struct writer *w, const char *name, const char *why)
{
	w->rc = diag_add(w->d, DIAG_RESULT, NULL,
	    "cannot write \"%s\": the element \"%s\" %s", w->path, name, why);
}

/* S with what HTML gives a meaning to escaped; " too where QUOTE. */
static void
add_escaped(struct buf *out, const char *s, int quote)
{
	size_t n;

	for (;; s++) {
		n = strcspn(s, "&<>\"\r\xC2");
		buf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '>')
			buf_puts(out, "&gt;");
		else if (*s == '"')
			buf_puts(out, quote ? "&quot;" : "\"");
		else if (*s == '\xC2' && s[1] == '\xA0') {
			buf_puts(out, "&nbsp;");
			s++;
		} else if (*s != '\r')
			buf_putc(out, *s);
	}
}

static int
is_text(const xmlNode *node)
{
	return (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE) && node->content != NULL;
}

/* Is ATTR a boolean attribute that is set? */
static int
is_switch(const xmlAttr *attr)
{
	const xmlNode *value;

	value = attr->children;
	if (value != NULL && (value->next != NULL || !is_text(value) ||
	    (value->content[0] != '\0' && strcmp((const char *)value->content,
	    (const char *)attr->name) != 0)))
		return 0;
	return is_among((const char *)attr->name, booleans, COUNT(booleans));
}

/* The prefix ATTR is written with, or NULL where it is left out. */
static const char *
attr_prefix(const xmlAttr *attr, int foreign)
{
	if (attr->ns == NULL)
		return "";
	if (foreign && is_in_ns(attr->ns, NS_XLINK))
		return "xlink:";
	if (foreign && is_in_ns(attr->ns, (const char *)XML_XML_NAMESPACE))
		return "xml:";
	return NULL;
}

static void
add_attributes(struct writer *w, const xmlNode *node, int foreign)
{
	const xmlAttr *attr;
	const xmlNode *value;
	const char *prefix;

	for (attr = node->properties; attr != NULL; attr = attr->next) {
		prefix = attr_prefix(attr, foreign);
		if (prefix == NULL)
			continue;
		buf_putc(w->out, ' ');
		buf_puts(w->out, prefix);
		buf_puts(w->out, (const char *)attr->name);
		if (!foreign && is_switch(attr))
			continue;
		buf_puts(w->out, "=\"");
		for (value = attr->children; value != NULL;
		    value = value->next)
			if (is_text(value))
				add_escaped(w->out,
				    (const char *)value->content, 1);
		buf_putc(w->out, '"');
	}
}

static void
end_tag(struct writer *w, const xmlNode *node)
{
	buf_puts(w->out, "</");
	buf_puts(w->out, name_of(node));
	buf_putc(w->out, '>');
}

/* Does the text in NODE begin with a line feed once it is written? */
static int
begins_with_lf(const xmlNode *node)
{
	const xmlNode *child;
	const char *s;

	for (child = node->children; child != NULL; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			return 0;
		if (!is_text(child))
			continue;
		s = (const char *)child->content;
		s += strspn(s, "\r");
		if (*s != '\0')
			return *s == '\n';
	}
	return 0;
}

/* A void element can hold nothing that counts. */
static void
check_void(struct writer *w, const xmlNode *node)
{
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next)
		if (child->type == XML_ELEMENT_NODE || (is_text(child) &&
		    child->content[strspn((const char *)child->content,
		    " \t\r\n")] != '\0')) {
			fault(w, name_of(node), "cannot hold anything");
			return;
		}
}

/* The characters in NODE, whose child elements are a fault. */
static void
gather(struct writer *w, const xmlNode *node, struct buf *text)
{
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next) {
		if (is_text(child))
			buf_puts(text, (const char *)child->content);
		else if (child->type == XML_ELEMENT_NODE)
			fault(w, name_of(node), "can hold only characters");
	}
}

/* Is there an end tag of NAME, or of what begins with it, in TEXT? */
static int
has_end_tag(const char *text, const char *name)
{
	const char *s;

	for (s = strstr(text, "</"); s != NULL; s = strstr(s + 1, "</"))
		if (strncasecmp(s + 2, name, strlen(name)) == 0)
			return 1;
	return 0;
}

/* What stands in NODE, an element of characters alone; and its end tag. */
static void
add_characters(struct writer *w, const xmlNode *node, unsigned flags)
{
	struct buf text = { 0 };

	gather(w, node, &text);
	if (flags & IS_TEXT)
		add_escaped(w->out, buf_str(&text), 0);
	else if (has_end_tag(buf_str(&text), name_of(node)))
		fault(w, name_of(node), "holds its own end tag");
	else if (strcasecmp(name_of(node), "script") == 0 &&
	    strstr(buf_str(&text), "<!--") != NULL)
		fault(w, name_of(node), "holds \"<!--\"");
	else
		buf_add(w->out, buf_str(&text), text.len);
	end_tag(w, node);
	buf_release(&text);
}

/* The start tag, and what needs no walk; 1 if NODE's children are next. */
static int
start_element(struct writer *w, const xmlNode *node)
{
	unsigned flags;
	int foreign;

	foreign = is_foreign(node);
	flags = foreign ? 0 : special(node);
	buf_putc(w->out, '<');
	buf_puts(w->out, name_of(node));
	add_attributes(w, node, foreign);
	if (foreign && node->children == NULL) {
		buf_puts(w->out, "/>");
		return 0;
	}
	buf_putc(w->out, '>');
	if (is_astray(node))
		fault(w, name_of(node), "stands directly in SVG or MathML");
	if (flags & IS_ENDLESS)
		fault(w, name_of(node), "has no end in HTML");
	if (flags & IS_VOID) {
		check_void(w, node);
		return 0;
	}
	if ((flags & EATS_LF) && begins_with_lf(node))
		buf_putc(w->out, '\n');
	if (flags & (IS_RAW | IS_TEXT)) {
		add_characters(w, node, flags);
		return 0;
	}
	if (node->children != NULL)
		return 1;
	end_tag(w, node);
	return 0;
}

static int
start_node(struct writer *w, const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE)
		return start_element(w, node);
	if (is_text(node))
		add_escaped(w->out, (const char *)node->content, 0);
	else if (node->type == XML_PI_NODE && node->_private != NULL)
		buf_add(w->out, buf_str(node->_private),
		    ((const struct buf *)node->_private)->len);
	return 0;
}

/* Append ROOT with all that is in it. */
static void
write_tree(struct writer *w, const xmlNode *root)
{
	const xmlNode *node;

	for (node = root;; node = node->next) {
		while (start_node(w, node))
			node = node->children;
		while (node != root && node->next == NULL) {
			node = node->parent;
			end_tag(w, node);
		}
		if (node == root)
			break;
	}
}

int
html_write_part(const xmlNode *node, const char *path, struct buf *out,
    struct diag *d)
{
	struct writer w = { 0 };

	w.out = out;
	w.d = d;
	w.path = path;
	write_tree(&w, node);
	return w.rc;
}

int
html_write(const xmlNode *root, const char *path, struct buf *out,
    struct diag *d)
{
	int rc;

	if (root == NULL || root->type != XML_ELEMENT_NODE)
		return diag_add(d, DIAG_RESULT, NULL,
		    "cannot write \"%s\": there is no element", path);
	buf_puts(out, "<!DOCTYPE html>\n");
	rc = html_write_part(root, path, out, d);
	buf_putc(out, '\n');
	return rc;
}
