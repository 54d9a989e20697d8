/* JSON by json-c: values are built, then written once. */
#include "json.h"

#include <string.h>

#include <json-c/json.h>

#include "mem.h"

/* struct json is never defined: each is a struct json_object of json-c. */
static struct json *
ours(struct json_object *value)
{
	if (value == NULL)
		mem_resize(NULL, (size_t)-1, 2);	/* out of memory */
	return (struct json *)value;
}

static struct json_object *
theirs(struct json *json)
{
	return (struct json_object *)json;
}

struct json *
json_new(void)
{
	return ours(json_object_new_object());
}

struct json *
json_new_array(void)
{
	return ours(json_object_new_array());
}

void
json_free(struct json *json)
{
	json_object_put(theirs(json));
}

void
json_set(struct json *object, const char *key, struct json *value)
{
	if (value != NULL)
		json_object_object_add(theirs(object), key, theirs(value));
}

void
json_set_text(struct json *object, const char *key, const char *text)
{
	struct buf clean = { 0 };
	size_t left, n;

	if (text == NULL)
		return;
	for (left = strlen(text); left > 0; text += n, left -= n) {
		n = utf8_len(text, left, NULL);
		if (n > 0)
			buf_add(&clean, text, n);
		else
			buf_utf8(&clean, 0xFFFD);
		n = n == 0 ? 1 : n;
	}
	json_set(object, key, ours(json_object_new_string(buf_str(&clean))));
	buf_release(&clean);
}

void
json_set_int(struct json *object, const char *key, long number)
{
	json_set(object, key, ours(json_object_new_int64(number)));
}

void
json_set_bool(struct json *object, const char *key, int is)
{
	json_set(object, key, ours(json_object_new_boolean(is)));
}

struct json *
json_set_object(struct json *object, const char *key)
{
	struct json *value;

	value = json_new();
	json_set(object, key, value);
	return value;
}

struct json *
json_set_array(struct json *object, const char *key)
{
	struct json *value;

	value = json_new_array();
	json_set(object, key, value);
	return value;
}

struct json *
json_add_object(struct json *array)
{
	struct json *value;

	value = json_new();
	json_object_array_add(theirs(array), theirs(value));
	return value;
}

void
json_write(struct json *json, struct buf *out)
{
	buf_puts(out, json_object_to_json_string_ext(theirs(json),
	    JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
	    JSON_C_TO_STRING_NOSLASHESCAPE));
	buf_putc(out, '\n');
	json_free(json);
}
