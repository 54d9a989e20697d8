/* Where the inlines of a block stand in the text. */
#include "mdmap.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

enum { TRIES = 8 };	/* to find the end of a paragraph's definitions */

static void
add_seg(struct mdmap *map, size_t at, size_t src)
{
	if (map->nsegs == map->cap) {
		map->cap = map->cap == 0 ? 16 : map->cap * 2;
		map->segs = mem_resize(map->segs, map->cap,
		    sizeof(*map->segs));
	}
	map->segs[map->nsegs].at = at;
	map->segs[map->nsegs++].src = src;
}

static void
reset(struct mdmap *map, struct mddoc *doc)
{
	map->doc = doc;
	map->nsegs = map->len = 0;
	map->base = map->row = map->cur = 0;
	map->col0 = map->lost = 0;
}

/* Line feeds that are left in the content of NODE, as far as they show. */
static size_t
count_breaks(cmark_node *node)
{
	cmark_iter *iter;
	cmark_event_type event;
	cmark_node *cur;
	const char *s;
	size_t n = 0;

	iter = cmark_iter_new(node);
	for (event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	    event = cmark_iter_next(iter)) {
		cur = cmark_iter_get_node(iter);
		switch (cmark_node_get_type(cur)) {
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			n++;
			break;
		case CMARK_NODE_HTML_INLINE:
			for (s = cmark_node_get_literal(cur); *s != '\0'; s++)
				n += *s == '\n';
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
	return n;
}

/* Are the first N lines of the block link definitions, and nothing else? */
static int
are_definitions(const struct mdmap *map, size_t n)
{
	struct buf lines = { 0 };
	cmark_node *root;
	size_t i;
	int rc;

	for (i = 0; i < n; i++)
		buf_add(&lines, map->doc->pre.text.data + map->segs[i].src,
		    map->segs[i + 1].at - map->segs[i].at);
	root = cmark_parse_document(buf_str(&lines), lines.len,
	    CMARK_OPT_DEFAULT);
	rc = cmark_node_first_child(root) == NULL;
	cmark_node_free(root);
	buf_release(&lines);
	return rc;
}

/*
 * cmark takes link definitions off a paragraph's beginning, but still counts
 * its lines from there.  No more lines can be definitions than there are
 * beyond what shows in NODE.
 */
static void
skip_definitions(struct mdmap *map, cmark_node *node)
{
	size_t n, breaks, tries;

	if (map->doc->pre.text.data[map->segs[0].src] != '[')
		return;
	breaks = count_breaks(node);
	if (breaks + 1 >= map->nsegs)
		return;
	n = map->nsegs - 1 - breaks;
	for (tries = 0; n > 0 && tries < TRIES; n--, tries++)
		if (are_definitions(map, n))
			break;
	map->row = n;
	map->base = map->cur = map->segs[n].at;
}

void
mdmap_block(struct mdmap *map, struct mddoc *doc, cmark_node *node)
{
	struct mdstart start;
	const char *s = doc->pre.text.data;
	int line, last;
	size_t at;

	reset(map, doc);
	line = cmark_node_get_start_line(node);
	last = cmark_node_get_end_line(node);
	map->col0 = cmark_node_get_start_column(node) - 1;
	at = mddoc_offset(doc, node);
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
		last = mddoc_underline(doc, node) - 1;
		if (last < 0) {
			last = line;
			for (; s[at] == '#'; at++)
				map->col0++;
			for (; s[at] == ' ' || s[at] == '\t'; at++)
				map->col0++;
		}
	}
	for (; line <= last && mddoc_start(doc, line, &start); line++) {
		if (map->nsegs > 0)
			at = start.at;
		add_seg(map, map->len, at);
		map->len += start.end + 1 - at;
	}
	if (map->nsegs == 0)
		add_seg(map, 0, at);
	if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
		skip_definitions(map, node);
}

void
mdmap_cell(struct mdmap *map, struct mddoc *doc,
    const struct table_cell *cell)
{
	const char *s = doc->pre.text.data + cell->at;
	size_t i;

	reset(map, doc);
	map->len = MDMAP_CELL_PREFIX;
	add_seg(map, 0, cell->at);
	add_seg(map, map->len, cell->at);
	for (i = 0; i < cell->len; i++, map->len++)
		if (s[i] == '\\' && i + 1 < cell->len && s[i + 1] == '|')
			add_seg(map, map->len, cell->at + ++i);
}

void
mdmap_release(struct mdmap *map)
{
	free(map->segs);
	memset(map, 0, sizeof(*map));
}

/* The byte at AT of the content as an offset of the prepared text. */
static size_t
source(const struct mdmap *map, size_t at)
{
	size_t low = 0, high = map->nsegs, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (map->segs[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return map->segs[low].src + (at - map->segs[low].at);
}

static char
char_at(const struct mdmap *map, size_t at)
{
	return at < map->len ? map->doc->pre.text.data[source(map, at)] :
	    '\0';
}

struct place
mdmap_begin(struct mdmap *map)
{
	return mdpre_place(&map->doc->pre, source(map, map->cur));
}

/* The byte of the content that cmark's column COL is. */
static size_t
column(const struct mdmap *map, int col)
{
	col -= map->col0 + 1;
	return map->base + (col > 0 ? (size_t)col : 0);
}

/*
 * Is NODE, a link, "<...>"?  Then sets *AT to its first byte: cmark's own
 * column is not one of the line's there.
 */
static int
is_autolink(const struct mdmap *map, cmark_node *node, size_t *at)
{
	cmark_node *child;
	size_t begin;

	child = cmark_node_first_child(node);
	if (cmark_node_get_type(node) != CMARK_NODE_LINK || child == NULL ||
	    child != cmark_node_last_child(node) ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT)
		return 0;
	begin = column(map, cmark_node_get_start_column(child));
	if (begin == 0 || char_at(map, begin - 1) != '<')
		return 0;
	*at = begin - 1;
	return 1;
}

struct place
mdmap_place(struct mdmap *map, cmark_node *node)
{
	size_t at, i;
	char sign;

	sign = cmark_node_get_type(node) == CMARK_NODE_LINK ? '[' :
	    cmark_node_get_type(node) == CMARK_NODE_IMAGE ? '!' : '<';
	if (is_autolink(map, node, &at))
		return mdpre_place(&map->doc->pre, source(map, at));
	at = column(map, cmark_node_get_start_column(node));
	if (at < map->cur || char_at(map, at) != sign) {
		for (i = map->cur; i < map->len && !map->lost &&
		    char_at(map, i) != sign; i++)
			;
		map->lost |= i == map->len;
		at = map->lost ? map->cur : i;
		map->cur = at;
	}
	return mdpre_place(&map->doc->pre, source(map, at));
}

/* A line end was passed; one that follows a backslash cmark does not count. */
static void
pass_break(struct mdmap *map, int is_hard)
{
	size_t next;

	while (map->row + 1 < map->nsegs &&
	    map->segs[map->row].at <= map->cur)
		map->row++;
	next = map->segs[map->row].at;
	if (next <= map->cur)
		return;
	map->cur = next;
	if (!is_hard || next < 2 || char_at(map, next - 2) != '\\')
		map->base = next;
}

void
mdmap_pass(struct mdmap *map, cmark_node *node)
{
	cmark_node_type type;
	size_t end, at;

	/* Emphasis ends where its last inline did, but for its signs. */
	type = cmark_node_get_type(node);
	if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
		pass_break(map, type == CMARK_NODE_LINEBREAK);
		return;
	}
	if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
		return;
	end = column(map, cmark_node_get_end_column(node) + 1);
	if (type == CMARK_NODE_LINK && is_autolink(map, node, &at))
		end = map->cur + 1;
	if (type == CMARK_NODE_CODE)
		for (at = end; char_at(map, at) == '`'; at++)
			end = at + 1;
	if (end > map->cur && end <= map->len)
		map->cur = end;
}

