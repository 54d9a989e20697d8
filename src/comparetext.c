/* A text as numbered words in numbered blocks, for comparing. */
#include "comparetext.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "controlled.h"
#include "mem.h"
#include "xml.h"

/* The number of the word TEXT, from 1. */
static size_t
number_of(xmlHashTablePtr numbers, const char *text)
{
	size_t number;

	number = (size_t)(uintptr_t)xmlHashLookup(numbers, BAD_CAST text);
	if (number == 0) {
		number = (size_t)xmlHashSize(numbers) + 1;
		xmlHashAddEntry(numbers, BAD_CAST text,
		    (void *)(uintptr_t)number);
	}
	return number;
}

static void
add_word(struct words *w, xmlHashTablePtr numbers, char *text,
    xmlNodePtr node, size_t off, size_t len)
{
	struct word *word;

	if ((w->n & (w->n - 1)) == 0) {
		w->items = mem_resize(w->items, w->n == 0 ? 1 : w->n * 2,
		    sizeof(*w->items));
		w->numbers = mem_resize(w->numbers, w->n == 0 ? 1 :
		    w->n * 2, sizeof(*w->numbers));
	}
	w->numbers[w->n] = number_of(numbers, text);
	word = &w->items[w->n++];
	word->text = text;
	word->node = node;
	word->off = off;
	word->len = len;
}

static void
add_text(struct words *w, xmlHashTablePtr numbers, xmlNodePtr node)
{
	static const char blank[] = " \t\r\n";
	const char *text = (const char *)node->content;
	size_t off, len;

	for (off = strspn(text, blank); text[off] != '\0';
	    off += len + strspn(text + off + len, blank)) {
		len = strcspn(text + off, blank);
		add_word(w, numbers, mem_strndup(text + off, len), node, off,
		    len);
	}
}

/* Does NODE stand within a line? */
static int
is_inline(const xmlNode *node)
{
	return node->type != XML_ELEMENT_NODE || xml_is(node, "i:insert") ||
	    !controlled_is_block(node);
}

static void
add_inline(struct words *w, xmlHashTablePtr numbers, xmlNodePtr node)
{
	if (node->type == XML_TEXT_NODE) {
		add_text(w, numbers, node);
		return;
	}
	if (node->type != XML_ELEMENT_NODE)
		return;
	if (xml_is(node, "i:insert")) {
		add_word(w, numbers, controlled_insert(node), node, 0, 0);
		return;
	}
	for (node = node->children; node != NULL; node = node->next)
		add_inline(w, numbers, node);
}

/* What stands from word FIRST on is a block; its number is its words'. */
static void
end_block(struct words *w, xmlHashTablePtr numbers, xmlNodePtr parent,
    size_t first)
{
	struct block *block;
	struct buf all = { 0 };
	size_t i;

	if (w->n == first)
		return;
	if ((w->nblocks & (w->nblocks - 1)) == 0) {
		w->blocks = mem_resize(w->blocks, w->nblocks == 0 ? 1 :
		    w->nblocks * 2, sizeof(*w->blocks));
		w->block_numbers = mem_resize(w->block_numbers,
		    w->nblocks == 0 ? 1 : w->nblocks * 2,
		    sizeof(*w->block_numbers));
	}
	buf_puts(&all, (const char *)parent->name);
	for (i = first; i < w->n; i++) {
		buf_putc(&all, ' ');
		buf_puts(&all, w->items[i].text);
	}
	w->block_numbers[w->nblocks] = number_of(numbers, buf_str(&all));
	block = &w->blocks[w->nblocks++];
	block->parent = parent;
	block->first = first;
	block->n = w->n - first;
	buf_release(&all);
}

static void
read_children(struct words *w, xmlHashTablePtr numbers, xmlNodePtr parent)
{
	xmlNodePtr node;
	size_t first = w->n;

	for (node = parent->children; node != NULL; node = node->next) {
		if (is_inline(node)) {
			add_inline(w, numbers, node);
			continue;
		}
		end_block(w, numbers, parent, first);
		read_children(w, numbers, node);
		first = w->n;
	}
	end_block(w, numbers, parent, first);
}

void
words_read(struct words *words, const xmlNode *root,
    xmlHashTablePtr numbers)
{
	memset(words, 0, sizeof(*words));
	read_children(words, numbers, (xmlNodePtr)(uintptr_t)root);
}

void
words_release(struct words *words)
{
	size_t i;

	for (i = 0; i < words->n; i++)
		free(words->items[i].text);
	free(words->items);
	free(words->numbers);
	free(words->blocks);
	free(words->block_numbers);
	memset(words, 0, sizeof(*words));
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

static size_t *
sorted(const struct words *words, const struct block *block)
{
	size_t *copy;

	copy = mem_resize(NULL, block->n + 1, sizeof(*copy));
	memcpy(copy, words->numbers + block->first,
	    block->n * sizeof(*copy));
	qsort(copy, block->n, sizeof(*copy), by_number);
	return copy;
}

int
words_resemble(const struct words *a, const struct block *x,
    const struct words *b, const struct block *y)
{
	size_t *p, *q, i = 0, j = 0, same = 0, most;

	if (strcmp((const char *)x->parent->name,
	    (const char *)y->parent->name) != 0)
		return 0;
	p = sorted(a, x);
	q = sorted(b, y);
	while (i < x->n && j < y->n) {
		same += p[i] == q[j];
		if (p[i] < q[j])
			i++;
		else if (p[i] > q[j])
			j++;
		else {
			i++;
			j++;
		}
	}
	free(p);
	free(q);
	most = x->n > y->n ? x->n : y->n;
	return same * 5 >= most * 2;
}
