/* Comparing two texts: words inserted and deleted, marked in the later one. */
#include "compare.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

#include "comparetext.h"
#include "diff.h"
#include "mem.h"
#include "xml.h"

/*
 * A comparison on its way.  Marking replaces text nodes, so that each block
 * is marked once, after all that looks at its words.
 */
struct compare {
	struct words		 before;
	struct words		 after;
	xmlNodePtr		 root;		/* of the later text */
	xmlNodePtr		 anchor;	/* what is gone goes after */
	struct compare_counts	 counts;
};

enum { PAIRS_MAX = 4096 };	/* gone times new blocks that are compared */

/* ---- Marks ---- */

static xmlNodePtr
phrase(xmlNodePtr near, const char *flag, const char *text, size_t len)
{
	xmlNodePtr node;

	node = xml_make(near, "phrase");
	xml_set(node, "revisionflag", flag);
	xml_text(node, text, len);
	return node;
}

/* The words GONE[FIRST..LAST) of the earlier text, with blanks between. */
static char *
gone_text(const struct words *before, size_t first, const char *gone,
    size_t n)
{
	struct buf text = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		if (!gone[i])
			continue;
		if (text.len > 0)
			buf_putc(&text, ' ');
		buf_puts(&text, before->items[first + i].text);
	}
	return buf_detach(&text);
}

/* An element that blocks may stand in. */
static int
is_flow(const xmlNode *node)
{
	static const char *const names[] = {
		"section", "listitem", "blockquote", "sidebar", "article",
		"body"
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp((const char *)node->name, names[i]) == 0)
			return 1;
	return 0;
}

/* The block around or at NODE after which another one may stand. */
static xmlNodePtr
flow_block(xmlNodePtr node)
{
	while (node->parent != NULL &&
	    node->parent->type == XML_ELEMENT_NODE && !is_flow(node->parent))
		node = node->parent;
	return node;
}

/* A paragraph of what is gone, where it stood. */
static void
put_deleted(struct compare *c, const struct block *block)
{
	xmlNodePtr para;
	char *all, *text;

	all = mem_zalloc(block->n + 1);
	memset(all, 1, block->n);
	text = gone_text(&c->before, block->first, all, block->n);
	para = xml_make(c->root, "para");
	xmlAddChild(para, phrase(c->root, "deleted", text, strlen(text)));
	if (c->anchor != NULL)
		xmlAddNextSibling(flow_block(c->anchor), para);
	else if (c->root->children != NULL)
		xmlAddPrevSibling(c->root->children, para);
	else
		xmlAddChild(c->root, para);
	c->anchor = para;
	c->counts.deleted += block->n;
	free(text);
	free(all);
}

/* ---- Words of one block ---- */

/* Is there nothing in BLOCK but directives that stand among blocks? */
static int
stands_alone(const struct words *words, const struct block *block)
{
	return is_flow(block->parent) && block->n > 0 &&
	    words->items[block->first].node->type == XML_ELEMENT_NODE;
}

/* One block of the later text while it is marked. */
struct marking {
	struct compare		*c;
	const struct block	*block;
	const struct block	*old;	/* its partner, or NULL */
	const char		*gone;	/* of the partner's words */
	const char		*new;	/* of the block's words */
	size_t			 at;	/* the partner's words so far */
};

/* What is gone just before the partner of the next word that stayed. */
static xmlNodePtr
next_gone(struct marking *m)
{
	xmlNodePtr node = NULL;
	size_t first;
	char *text;

	first = m->at;
	while (m->old != NULL && m->at < m->old->n && m->gone[m->at])
		m->at++;
	if (m->at > first) {
		text = gone_text(&m->c->before, m->old->first + first,
		    m->gone + first, m->at - first);
		node = phrase(m->c->root, "deleted", text, strlen(text));
		m->c->counts.deleted += m->at - first;
		free(text);
	}
	return node;
}

static void
put_before(xmlNodePtr node, xmlNodePtr what)
{
	xmlAddPrevSibling(node, what);
}

static void
put_text(xmlNodePtr node, const char *s, size_t len)
{
	xmlNodePtr text;

	if (len == 0)
		return;
	text = xmlNewDocTextLen(node->doc, BAD_CAST s, (int)len);
	/* Not xmlAddPrevSibling, which would join it to its neighbour. */
	text->parent = node->parent;
	text->prev = node->prev;
	text->next = node;
	if (node->prev != NULL)
		node->prev->next = text;
	else
		node->parent->children = text;
	node->prev = text;
}

/*
 * The words [I, END) of the block stand in one text node: put marked pieces
 * in its place.
 */
static void
mark_text(struct marking *m, size_t i, size_t end)
{
	const struct word *word = m->c->after.items + m->block->first;
	xmlNodePtr node = word[i].node, gone;
	const char *text = (const char *)node->content;
	size_t from = 0, j;

	for (; i < end; i = j) {
		put_text(node, text + from, word[i].off - from);
		from = word[i].off;
		j = i + 1;
		gone = next_gone(m);
		if (gone != NULL) {
			put_before(node, gone);
			put_text(node, " ", 1);
		}
		if (!m->new[i]) {
			m->at += m->old != NULL;
			put_text(node, text + from, word[i].len);
			from = word[i].off + word[i].len;
			continue;
		}
		while (j < end && m->new[j])
			j++;
		from = word[j - 1].off + word[j - 1].len;
		put_before(node, phrase(node, "added", text + word[i].off,
		    from - word[i].off));
		m->c->counts.added += j - i;
	}
	put_text(node, text + from, strlen(text) - from);
	xml_remove(node);
}

static void
mark_insert(struct marking *m, size_t i)
{
	xmlNodePtr node = m->c->after.items[m->block->first + i].node;
	xmlNodePtr gone, around;

	gone = next_gone(m);
	if (gone != NULL)
		put_before(node, gone);
	if (!m->new[i]) {
		m->at += m->old != NULL;
		return;
	}
	m->c->counts.added++;
	around = phrase(node, "added", "", 0);
	xmlReplaceNode(node, around);
	xmlAddChild(around, node);
}

/* Mark BLOCK against its partner OLD, or all of it where OLD is NULL. */
static void
mark_block(struct compare *c, const struct block *block,
    const struct block *old, const char *gone, const char *new)
{
	struct marking m = { 0 };
	const struct word *word = c->after.items + block->first;
	xmlNodePtr last;
	size_t i, end;

	m.c = c;
	m.block = block;
	m.old = old;
	m.gone = gone;
	m.new = new;
	for (i = 0; i < block->n; i = end) {
		for (end = i + 1; end < block->n &&
		    word[end].node == word[i].node; end++)
			;
		if (word[i].node->type == XML_TEXT_NODE)
			mark_text(&m, i, end);
		else
			mark_insert(&m, i);
	}
	last = next_gone(&m);
	if (last != NULL) {
		xml_text(block->parent, " ", 1);
		xmlAddChild(block->parent, last);
	}
}

static void
mark_added(struct compare *c, const struct block *block)
{
	char *all;

	if (stands_alone(&c->after, block)) {
		c->counts.added += block->n;
		return;
	}
	all = mem_zalloc(block->n + 1);
	memset(all, 1, block->n);
	mark_block(c, block, NULL, NULL, all);
	free(all);
}

static void
mark_changed(struct compare *c, const struct block *old,
    const struct block *block)
{
	char *gone, *new;

	gone = mem_zalloc(old->n + 1);
	new = mem_zalloc(block->n + 1);
	diff_run(c->before.numbers + old->first, old->n,
	    c->after.numbers + block->first, block->n, COMPARE_MAX, gone,
	    new);
	mark_block(c, block, old, gone, new);
	free(gone);
	free(new);
}

/* ---- Blocks ---- */

/* Blocks in one place: gone, [a, a_end), and new, [b, b_end). */
struct gap {
	size_t	 a, a_end;
	size_t	 b, b_end;
	int	 try_all;	/* few enough to compare each with each */
};

/* The first gone block from which the new block B may have come, or a_end. */
static size_t
partner(const struct compare *c, const struct gap *gap, size_t b)
{
	const struct block *block = &c->after.blocks[b];
	size_t j;

	if (stands_alone(&c->after, block))
		return gap->a_end;
	for (j = gap->a; j < gap->a_end; j++) {
		if (words_resemble(&c->before, &c->before.blocks[j],
		    &c->after, block))
			return j;
		if (!gap->try_all)
			break;
	}
	return gap->a_end;
}

/* What is gone before the first partner of the new blocks from B on. */
static void
put_gone_before(struct compare *c, struct gap *gap, size_t b)
{
	size_t first, j;

	first = gap->a_end;
	for (; b < gap->b_end && gap->try_all; b++) {
		j = partner(c, gap, b);
		first = j < first ? j : first;
	}
	for (; gap->a < first; gap->a++)
		put_deleted(c, &c->before.blocks[gap->a]);
}

static xmlNodePtr
anchor_of(const struct compare *c, const struct block *block)
{
	return stands_alone(&c->after, block) ?
	    c->after.items[block->first].node : block->parent;
}

static void
mark_gap(struct compare *c, struct gap *gap)
{
	const struct block *block;
	size_t j;

	gap->try_all = (gap->a_end - gap->a) * (gap->b_end - gap->b) <=
	    PAIRS_MAX;
	for (; gap->b < gap->b_end; gap->b++) {
		put_gone_before(c, gap, gap->b);
		block = &c->after.blocks[gap->b];
		j = partner(c, gap, gap->b);
		c->anchor = anchor_of(c, block);
		if (j == gap->a_end) {
			mark_added(c, block);
			continue;
		}
		mark_changed(c, &c->before.blocks[j], block);
		gap->a = j + 1;
	}
	for (; gap->a < gap->a_end; gap->a++)
		put_deleted(c, &c->before.blocks[gap->a]);
}

/* A run of blocks from I that FLAGS marks. */
static size_t
run_end(const char *flags, size_t i, size_t n)
{
	while (i < n && flags[i])
		i++;
	return i;
}

static void
mark_all(struct compare *c, const char *gone, const char *new)
{
	struct gap gap = { 0 };

	while (gap.a < c->before.nblocks || gap.b < c->after.nblocks) {
		gap.a_end = run_end(gone, gap.a, c->before.nblocks);
		gap.b_end = run_end(new, gap.b, c->after.nblocks);
		mark_gap(c, &gap);
		if (gap.b < c->after.nblocks)
			c->anchor = anchor_of(c, &c->after.blocks[gap.b]);
		gap.a++;
		gap.b++;
	}
}

void
compare_mark(const xmlNode *before, xmlNodePtr after,
    struct compare_counts *counts)
{
	struct compare c = { 0 };
	xmlHashTablePtr numbers;
	char *gone, *new;

	numbers = xmlHashCreate(1024);
	words_read(&c.before, before, numbers);
	words_read(&c.after, after, numbers);
	c.root = after;
	gone = mem_zalloc(c.before.nblocks + 1);
	new = mem_zalloc(c.after.nblocks + 1);
	diff_run(c.before.block_numbers, c.before.nblocks,
	    c.after.block_numbers, c.after.nblocks, COMPARE_MAX, gone, new);
	mark_all(&c, gone, new);
	if (counts != NULL)
		*counts = c.counts;
	free(gone);
	free(new);
	words_release(&c.before);
	words_release(&c.after);
	xmlHashFree(numbers, NULL);
}
