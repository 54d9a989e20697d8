/* Changes to an answer that several controls share, which may part them. */
#include "answersplit.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mem.h"
#include "yml.h"

/* An answer to several controls, and who of them goes where. */
struct split {
	struct answerset	*sets;
	size_t			 n;
	struct strs		 items;	/* its controls, as it calls them */
	size_t			*group;	/* of each: the first set of those */
					/* that ask the same, n: none does */
	struct diag		*d;
};

/* The controls that the answer at the beginning of ANSWER lists. */
static void
read_items(const struct answerset *set, const struct buf *answer,
    struct strs *items)
{
	struct diag ignored = { 0 };
	const struct yml *item;
	struct front front;
	struct yml *yml = NULL;
	size_t bom;

	bom = utf8_bom(buf_str(answer), answer->len);
	if (yml_front(set->path, buf_str(answer) + bom, answer->len - bom,
	    &front, &ignored) == 1)
		yml = yml_parse(set->path, buf_str(answer) + bom +
		    front.begin, front.end - front.begin, 1, &ignored);
	item = yml == NULL ? NULL : yml_get(yml, "answers");
	for (item = item == NULL ? NULL : item->first; item != NULL;
	    item = item->next)
		if (item->text != NULL)
			strs_add(items, item->text);
	yml_free(yml);
	diag_release(&ignored);
}

static int
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Do both ask for the same changes? */
static int
is_same(const struct answerset *a, const struct answerset *b)
{
	size_t i;

	if (a->nkeys != b->nkeys || a->nnotes != b->nnotes ||
	    !same_text(a->text, b->text) ||
	    !same_text(a->new_text, b->new_text))
		return 0;
	for (i = 0; i < a->nkeys; i++)
		if (strcmp(a->keys[i].key, b->keys[i].key) != 0 ||
		    strcmp(a->keys[i].value, b->keys[i].value) != 0)
			return 0;
	for (i = 0; i < a->nnotes; i++)
		if (strcmp(a->notes[i], b->notes[i]) != 0)
			return 0;
	return 1;
}

/* Is ITEM of a list the control that SET is about? */
static int
is_about(const struct answerset *set, const char *item)
{
	size_t i;

	for (i = 0; i < ANSWERSET_NAMES; i++)
		if (set->names[i] != NULL &&
		    strcasecmp(set->names[i], item) == 0)
			return 1;
	return 0;
}

static int
refuse(const struct split *split, const struct answerset *set,
    const char *why)
{
	return diag_add(split->d, DIAG_IMPORT, &set->from, "cannot change the "
	    "answer at %s:%d, which answers several controls: %s; change it "
	    "by hand, or give this one an answer of its own", set->path,
	    set->line, why);
}

/* The group of the set I: the first that asks the same. */
static size_t
group_of(const struct split *split, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (is_same(&split->sets[j], &split->sets[i]))
			break;
	return j;
}

static int
make_groups(struct split *split)
{
	size_t i, j;

	split->group = mem_zalloc((split->items.n + 1) *
	    sizeof(*split->group));
	for (j = 0; j < split->items.n; j++)
		split->group[j] = split->n;
	for (i = 0; i < split->n; i++) {
		for (j = 0; j < split->items.n; j++)
			if (is_about(&split->sets[i], split->items.v[j]))
				break;
		if (j == split->items.n)
			return refuse(split, &split->sets[i], "its list does "
			    "not name this one");
		if (split->group[j] != split->n)
			return refuse(split, &split->sets[i], "another row "
			    "says something else of this one");
		split->group[j] = group_of(split, i);
	}
	return 0;
}

/* Begin another answer in OUT, after a blank line as ANSWER has its lines. */
static void
begin_answer(const struct buf *answer, struct buf *out)
{
	const char *end;

	end = buf_line_end(answer);
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		buf_puts(out, end);
	if (!answerset_ends_blank(out))
		buf_puts(out, end);
}

/*
 * Put the list, which is one line, first in the front matter of ANSWER: by
 * that the beginning of an answer in the middle of a file is known.  -1 where
 * it cannot be.
 */
static int
list_first(struct buf *answer)
{
	static const char key[] = "answers:";
	struct buf out = { 0 };
	const char *first, *line, *end;

	first = strchr(buf_str(answer), '\n');
	first = first == NULL ? buf_str(answer) : first + 1;
	for (line = first; strncmp(line, key, strlen(key)) != 0;) {
		line = strchr(line, '\n');
		if (line == NULL)
			return -1;
		line++;
	}
	end = strchr(line, '\n');
	end = end == NULL ? line + strlen(line) : end + 1;
	buf_add(&out, buf_str(answer), (size_t)(first - answer->data));
	buf_add(&out, line, (size_t)(end - line));
	buf_add(&out, first, (size_t)(line - first));
	buf_puts(&out, end);
	buf_release(answer);
	*answer = out;
	return yml_front_next(buf_str(answer), answer->len, 0, "answers") ==
	    0 ? 0 : -1;
}

/* Append to OUT what ANSWER becomes for the controls of GROUP. */
static int
write_group(struct split *split, const struct buf *answer, size_t group,
    int is_first, struct buf *out)
{
	struct frontset_key key = { "answers", "", 1, NULL };
	struct strs list = { 0 };
	struct buf copy = { 0 };
	struct answerset *set;
	size_t i, bom;
	int rc = 0;

	/* It stays at the beginning of the file. */
	bom = is_first ? 0 : utf8_bom(buf_str(answer), answer->len);
	for (i = 0; i < split->items.n; i++)
		if (split->group[i] == group)
			strs_add(&list, split->items.v[i]);
	set = &split->sets[group < split->n ? group : 0];
	key.list = &list;
	buf_add(&copy, buf_str(answer) + bom, answer->len - bom);
	if (list.n < split->items.n)
		rc = frontset(&copy, set->path, &key, 1, split->d);
	if (rc == 0 && !is_first && list_first(&copy) == -1)
		rc = refuse(split, set, "its list is indented");
	if (rc == 0 && group < split->n)
		rc = answerset_change(set, &copy, split->d);
	if (!is_first)
		begin_answer(answer, out);
	buf_add(out, buf_str(&copy), copy.len);
	buf_release(&copy);
	strs_release(&list);
	return rc;
}

/* The group that stays where the answer is: that which asks for nothing. */
static size_t
keeper_of(const struct split *split)
{
	size_t i;

	for (i = 0; i < split->items.n; i++)
		if (split->group[i] == split->n)
			return split->n;
	return split->group[0];
}

static int
write_all(struct split *split, const struct buf *answer, struct buf *out)
{
	size_t i, keeper;
	int rc;

	keeper = keeper_of(split);
	rc = write_group(split, answer, keeper, 1, out);
	for (i = 0; i < split->n && rc == 0; i++)
		if (i != keeper && group_of(split, i) == i)
			rc = write_group(split, answer, i, 0, out);
	return rc;
}

/* One after the other, where there is nothing to part. */
static int
apply_each(struct answerset *sets, size_t n, struct buf *file,
    struct diag *d)
{
	size_t i;
	int rc = 0;

	for (i = 0; i < n && rc == 0; i++)
		rc = answerset_apply(&sets[i], file, d);
	return rc;
}

int
answersplit_apply(struct answerset *sets, size_t n, struct buf *file,
    struct diag *d)
{
	struct split split = { sets, n, { 0 }, NULL, d };
	struct buf answer = { 0 }, out = { 0 };
	size_t from, to;
	int rc;

	answerset_block(&sets[0], file, &from, &to);
	buf_add(&answer, buf_str(file) + from, to - from);
	read_items(&sets[0], &answer, &split.items);
	if (split.items.n < 2) {
		rc = apply_each(sets, n, file, d);
	} else {
		buf_add(&out, buf_str(file), from);
		rc = make_groups(&split);
		if (rc == 0)
			rc = write_all(&split, &answer, &out);
		if (rc == 0) {
			buf_add(&out, buf_str(file) + to, file->len - to);
			buf_release(file);
			*file = out;
			memset(&out, 0, sizeof(out));
		}
	}
	buf_release(&out);
	buf_release(&answer);
	strs_release(&split.items);
	free(split.group);
	return rc;
}
