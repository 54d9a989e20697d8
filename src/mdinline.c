/* Markdown's inlines to DocBook's. */
#include "mdinline.h"

#include <string.h>

#include "mdhtml.h"
#include "mdlink.h"
#include "mdpre.h"
#include "xml.h"

/* Bytes that {{...}} in addresses and titles may come to in a text. */
enum { RESTORED_MAX = 4 << 20 };

static void
put(struct mdinline *in, cmark_node *node, xmlNodePtr parent);

void
mdinline_init(struct mdinline *in, struct mddoc *doc)
{
	memset(in, 0, sizeof(*in));
	in->doc = doc;
}

void
mdinline_release(struct mdinline *in)
{
	mdmap_release(&in->map);
	buf_release(&in->text);
}

/* What was gathered becomes a text node: one, since adding is not free. */
static void
flush(struct mdinline *in, xmlNodePtr parent)
{
	xml_text(parent, buf_str(&in->text), in->text.len);
	buf_clear(&in->text);
}

/* Gather text, less what is to be left out at the beginning. */
static void
gather(struct mdinline *in, const char *s, size_t len)
{
	size_t n;

	n = in->skip < len ? in->skip : len;
	in->skip -= n;
	s += n;
	len -= n;
	while (in->trim && in->skip == 0 && len > 0 &&
	    strchr(" \t\n", *s) != NULL) {
		s++;
		len--;
	}
	if (len > 0)
		in->trim = 0;
	buf_add(&in->text, s, len);
}

xmlNodePtr
mdinline_hole(struct mdinline *in, size_t index, xmlNodePtr parent)
{
	const struct mdhole *hole = &in->doc->pre.holes[index];
	const char *s = hole->src + 2;
	struct place place;
	struct buf text = { 0 };
	xmlNodePtr node;
	size_t len = hole->len - 4;

	for (; len > 0 && (*s == ' ' || *s == '\t'); len--)
		s++;
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	buf_add(&text, s, len);
	node = xml_add(parent, "i:hole");
	xml_set(node, "text", buf_str(&text));
	place = mdpre_hole_place(&in->doc->pre, index);
	xml_set_src(node, &place);
	buf_release(&text);
	return node;
}

/* Say what is wrong with a hole that is none. */
static void
say_hole(struct mdinline *in, size_t index)
{
	static const struct {
		enum diag_code	 code;
		const char	*text;
	} faults[] = {
		[MDHOLE_OPEN] = { DIAG_TPL_SYNTAX, "cannot read directive: "
		    "\"{{\" without \"}}\" on its line; write \"\\{{\" for "
		    "the braces themselves" },
		[MDHOLE_EMPTY] = { DIAG_TPL_SYNTAX, "cannot read directive: "
		    "nothing between \"{{\" and \"}}\"" },
		[MDHOLE_PRIVATE] = { DIAG_CONTROL_CHARACTER, "cannot read "
		    "character: it is reserved for private use; remove it" }
	};
	struct place place;
	enum mdhole_kind kind;

	kind = in->doc->pre.holes[index].kind;
	if (kind == MDHOLE_DIRECTIVE || kind == MDHOLE_COMMENT)
		return;
	place = mdpre_hole_place(&in->doc->pre, index);
	diag_add(in->doc->d, faults[kind].code, &place, "%s",
	    faults[kind].text);
}

/* A mark in text: an element, nothing, or what was written with a fault. */
static void
put_mark(struct mdinline *in, size_t index, xmlNodePtr parent)
{
	const struct mdhole *hole = &in->doc->pre.holes[index];

	if (hole->kind == MDHOLE_COMMENT)
		return;
	if (hole->kind != MDHOLE_DIRECTIVE) {
		say_hole(in, index);
		gather(in, hole->src, hole->len);
		return;
	}
	in->trim = 0;
	flush(in, parent);
	mdinline_hole(in, index, parent);
}

/* Text: its marks become holes. */
static void
put_text(struct mdinline *in, const char *s, xmlNodePtr parent)
{
	size_t i, n, len, from = 0, index;

	len = strlen(s);
	for (i = 0; i < len; i++) {
		if ((unsigned char)s[i] != 0xEE)
			continue;
		n = mdpre_mark(s + i, len - i, MDMARK_HOLE, &index);
		if (n == 0 || index >= in->doc->pre.nholes)
			continue;
		gather(in, s + from, i - from);
		put_mark(in, index, parent);
		from = i + n;
		i = from - 1;
	}
	gather(in, s + from, len - from);
}

void
mdinline_literal(struct mdinline *in, const char *s, size_t len,
    xmlNodePtr parent)
{
	struct buf text = { 0 };

	mdpre_restore(&in->doc->pre, s, len, &text);
	xml_text(parent, buf_str(&text), text.len);
	buf_release(&text);
}

/*
 * Append what was written to OUT, for an attribute, on one line; holes'
 * faults are said.
 */
static void
restore(struct mdinline *in, const char *s, struct buf *out)
{
	struct mdpre *pre = &in->doc->pre;
	struct place place;
	size_t i, n, len, index;

	if (in->restored > RESTORED_MAX) {
		place = mdmap_begin(&in->map);
		if (!in->said_restored)
			diag_add(in->doc->d, DIAG_MD_LIMIT, &place,
			    "cannot read Markdown: {{...}} in addresses "
			    "comes to more than 4 MiB");
		in->said_restored = 1;
		return;
	}
	len = strlen(s);
	mdpre_restore(pre, s, len, out);
	if (out->len > len)
		in->restored += out->len;
	for (i = 0; i < out->len; i++)
		if (out->data[i] == '\n')
			out->data[i] = ' ';
	for (i = 0; i < len; i++)
		if ((unsigned char)s[i] == 0xEE) {
			n = mdpre_mark(s + i, len - i, MDMARK_HOLE, &index);
			if (n > 0 && index < pre->nholes)
				say_hole(in, index);
		}
}

static void
set_restored(struct mdinline *in, xmlNodePtr node, const char *name,
    const char *value)
{
	struct buf text = { 0 };

	if (value == NULL || value[0] == '\0')
		return;
	restore(in, value, &text);
	xml_set(node, name, buf_str(&text));
	buf_release(&text);
}

/* Set an address as written; the caller is told that it holds a hole. */
static void
set_address(struct mdinline *in, xmlNodePtr node, const char *name,
    const char *url)
{
	struct buf clean = { 0 }, text = { 0 };

	mdlink_clean(url, &clean);
	restore(in, buf_str(&clean), &text);
	xml_set(node, name, buf_str(&text));
	if (mdpre_has_directive(&in->doc->pre, url))
		xml_set(node, "i:hole-href", "true");
	buf_release(&clean);
	buf_release(&text);
}

/* May NODE be a link?  Else there is a warning. */
static int
is_allowed(struct mdinline *in, cmark_node *node, const struct place *place)
{
	enum mdlink judgement;
	int is_image;

	is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
	judgement = mdlink_judge(cmark_node_get_url(node));
	if (judgement == MDLINK_OK)
		return 1;
	if (judgement == MDLINK_SCHEME && is_image)
		return 1;	/* whoever looks for the file says it */
	diag_add(in->doc->d, DIAG_LINK_SCHEME, place,
	    judgement == MDLINK_BROKEN ? "%s is printed as its text: its "
	    "address cannot be read" : "%s is printed as its text: its "
	    "address is not relative, http:, https: or mailto:",
	    is_image ? "image" : "link");
	return 0;
}

static void
put_link(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	struct place place;
	xmlNodePtr link = parent;

	place = mdmap_place(&in->map, node);
	if (!in->plain && is_allowed(in, node, &place)) {
		flush(in, parent);
		link = xml_add(parent, "link");
		set_address(in, link, "xlink:href",
		    cmark_node_get_url(node));
		set_restored(in, link, "xlink:title",
		    cmark_node_get_title(node));
		xml_set_src(link, &place);
	}
	put(in, cmark_node_first_child(node), link);
	if (link != parent)
		flush(in, link);
}

/* The plain text of an image, into a phrase; none if there is no text. */
static void
put_alt(struct mdinline *in, cmark_node *image, xmlNodePtr media)
{
	xmlNodePtr object, phrase;

	if (cmark_node_first_child(image) == NULL)
		return;
	object = xml_add(media, "textobject");
	phrase = xml_add(object, "phrase");
	in->plain++;
	put(in, cmark_node_first_child(image), phrase);
	in->plain--;
	flush(in, phrase);
	if (phrase->children == NULL)
		xml_remove(object);
}

static void
put_image(struct mdinline *in, cmark_node *node, xmlNodePtr parent,
    const char *name)
{
	const char *title;
	struct buf text = { 0 };
	struct place place;
	xmlNodePtr media, object;
	int is_block;

	place = mdmap_place(&in->map, node);
	if (in->plain || !is_allowed(in, node, &place)) {
		put(in, cmark_node_first_child(node), parent);
		return;
	}
	flush(in, parent);
	media = xml_add(parent, name);
	xml_set_src(media, &place);
	object = xml_add(xml_add(media, "imageobject"), "imagedata");
	set_address(in, object, "fileref", cmark_node_get_url(node));
	put_alt(in, node, media);
	title = cmark_node_get_title(node);
	if (title == NULL || title[0] == '\0')
		return;
	is_block = strcmp(name, "mediaobject") == 0;
	object = xml_add(media, is_block ? "caption" : "textobject");
	if (!is_block)
		xml_set(object, "role", "title");
	object = xml_add(object, is_block ? "para" : "phrase");
	restore(in, title, &text);
	xml_text(object, buf_str(&text), text.len);
	buf_release(&text);
}

static void
put_break(struct mdinline *in, xmlNodePtr parent)
{
	if (in->plain) {
		gather(in, " ", 1);
		return;
	}
	flush(in, parent);
	xmlAddChild(parent, xmlNewDocPI(parent->doc, BAD_CAST "linebreak",
	    NULL));
	in->trim = 0;
	gather(in, "\n", 1);
	in->trim = 1;
}

void
mdinline_say_html(struct mdinline *in, const struct place *at)
{
	if (!in->said_html)
		diag_add(in->doc->d, DIAG_RAW_HTML, at,
		    "raw HTML is shown as its text");
	in->said_html = 1;
}

static void
put_html(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	struct buf html = { 0 }, text = { 0 };
	struct place place;
	const char *s;

	s = cmark_node_get_literal(node);
	if (mdhtml_is_break(s, strlen(s))) {
		put_break(in, parent);
		return;
	}
	place = mdmap_place(&in->map, node);
	mdpre_restore(&in->doc->pre, s, strlen(s), &html);
	if (mdhtml_text(buf_str(&html), html.len, &text))
		mdinline_say_html(in, &place);
	gather(in, buf_str(&text), text.len);
	buf_release(&html);
	buf_release(&text);
}

static void
put_code(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	const char *s;

	s = cmark_node_get_literal(node);
	if (in->plain) {
		mdpre_restore(&in->doc->pre, s, strlen(s), &in->text);
		return;
	}
	in->trim = 0;
	flush(in, parent);
	mdinline_literal(in, s, strlen(s), xml_add(parent, "literal"));
}

/* Emphasis of any strength. */
static void
put_emphasis(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	xmlNodePtr emphasis;

	if (in->plain) {
		put(in, cmark_node_first_child(node), parent);
		return;
	}
	flush(in, parent);
	emphasis = xml_add(parent, "emphasis");
	if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
		xml_set(emphasis, "role", "strong");
	put(in, cmark_node_first_child(node), emphasis);
	flush(in, emphasis);
}

/* Put one inline. */
static void
put_one(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		put_text(in, cmark_node_get_literal(node), parent);
		break;
	case CMARK_NODE_SOFTBREAK:
		gather(in, in->plain ? " " : "\n", 1);
		break;
	case CMARK_NODE_LINEBREAK:
		put_break(in, parent);
		break;
	case CMARK_NODE_CODE:
		put_code(in, node, parent);
		break;
	case CMARK_NODE_HTML_INLINE:
		put_html(in, node, parent);
		break;
	case CMARK_NODE_LINK:
		put_link(in, node, parent);
		break;
	case CMARK_NODE_IMAGE:
		put_image(in, node, parent, "inlinemediaobject");
		break;
	default:
		put_emphasis(in, node, parent);
		break;
	}
	mdmap_pass(&in->map, node);
}

/* Put NODE and what follows it.  Depth is at most MDDOC_DEPTH_MAX. */
static void
put(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	for (; node != NULL; node = cmark_node_next(node))
		put_one(in, node, parent);
}

struct place
mdinline_begin(struct mdinline *in, cmark_node *node)
{
	mdmap_block(&in->map, in->doc, node);
	in->said_html = 0;
	in->skip = 0;
	in->trim = 0;
	return mdmap_begin(&in->map);
}

void
mdinline_put(struct mdinline *in, cmark_node *node, xmlNodePtr parent)
{
	put(in, node, parent);
	flush(in, parent);
}

void
mdinline_cell(struct mdinline *in, const struct table_cell *cell,
    xmlNodePtr parent)
{
	if (cell->node == NULL)
		return;
	mdmap_cell(&in->map, in->doc, cell);
	in->said_html = 0;
	in->skip = MDMAP_CELL_PREFIX;
	in->trim = 0;
	mdinline_put(in, cmark_node_first_child(cell->node), parent);
}

void
mdinline_figure(struct mdinline *in, cmark_node *image, xmlNodePtr parent)
{
	cmark_node *node;

	node = cmark_node_first_child(cmark_node_parent(image));
	for (; node != image; node = cmark_node_next(node))
		mdmap_pass(&in->map, node);
	put_image(in, image, parent, "mediaobject");
	flush(in, parent);
}
