/* Tests of sha.c: digests of memory, streams and files. */
#include "sha.h"

#include <errno.h>

#include "scratch.h"

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define MILLION \
	"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

START_TEST(memory)
{
	char hex[SHA_HEX], *million;

	sha_hex(NULL, 0, hex);
	ck_assert_str_eq(hex, EMPTY);
	sha_hex("abc", 3, hex);
	ck_assert_str_eq(hex, ABC);
	million = malloc(1000000);
	ck_assert_ptr_nonnull(million);
	memset(million, 'a', 1000000);
	sha_hex(million, 1000000, hex);
	ck_assert_str_eq(hex, MILLION);
	free(million);
}
END_TEST

START_TEST(pieces)
{
	char hex[SHA_HEX], ten[] = "aaaaaaaaaa";
	struct sha *sha;
	int i;

	sha = sha_new();
	sha_add(sha, "a", 1);
	sha_add(sha, NULL, 0);
	sha_add(sha, "bc", 2);
	sha_end(sha, hex);
	ck_assert_str_eq(hex, ABC);
	for (i = 0; i < 100000; i++)
		sha_add(sha, ten, 10);
	sha_end(sha, hex);
	ck_assert_str_eq(hex, MILLION);
	sha_end(sha, hex);
	ck_assert_str_eq(hex, EMPTY);
	sha_free(sha);
	sha_free(NULL);
}
END_TEST

START_TEST(is_hex)
{
	ck_assert(sha_is_hex(ABC));
	ck_assert(!sha_is_hex(ABC "0"));
	ck_assert(!sha_is_hex(ABC "\n"));
	ck_assert(!sha_is_hex(&ABC[1]));
	ck_assert(!sha_is_hex(""));
	ck_assert(!sha_is_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9C"
	    "B410FF61F20015AD"));
}
END_TEST

START_TEST(stream)
{
	char hex[SHA_HEX];
	int fd;

	scratch_put("f", "xxabc");
	fd = open("f", O_RDONLY);
	ck_assert_int_eq(lseek(fd, 2, SEEK_SET), 2);
	ck_assert_int_eq(sha_fd(fd, hex), 0);
	ck_assert_str_eq(hex, ABC);
	close(fd);
	fd = open(".", O_RDONLY);
	ck_assert_int_eq(sha_fd(fd, hex), -1);
	ck_assert_int_eq(errno, EISDIR);
	close(fd);
}
END_TEST

static void
refuses(const struct roots *roots, const char *path, enum diag_code code)
{
	struct diag d = { 0 };
	char hex[SHA_HEX];

	ck_assert_int_eq(sha_file(roots, path, hex, NULL, &d), -1);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_int_eq(scratch_said(&d, code), 1);
	diag_release(&d);
}

START_TEST(file)
{
	struct diag d = { 0 };
	struct roots roots;
	char hex[SHA_HEX];

	mkdir("org", 0777);
	mkdir("org/evidence", 0777);
	scratch_put("org/evidence/a.pdf", "abc");
	scratch_put("outside", "abc");
	ck_assert_int_eq(symlink("../../outside", "org/evidence/out"), 0);
	ck_assert_int_eq(symlink("a.pdf", "org/evidence/in"), 0);
	ck_assert_int_eq(mkfifo("org/fifo", 0666), 0);
	ck_assert_int_eq(path_roots(&roots, "org", ".", &d), 0);
	ck_assert_int_eq(sha_file(&roots, "evidence/a.pdf", hex, NULL, &d),
	    0);
	ck_assert_str_eq(hex, ABC);
	ck_assert_int_eq(sha_file(&roots, "evidence/in", hex, NULL, &d), 0);
	ck_assert_str_eq(hex, ABC);
	ck_assert_int_eq((int)d.n, 0);
	refuses(&roots, "evidence/out", DIAG_FILE_KIND);
	refuses(&roots, "evidence/gone", DIAG_FILE_MISSING);
	refuses(&roots, "evidence", DIAG_FILE_KIND);
	refuses(&roots, "fifo", DIAG_FILE_KIND);
	refuses(&roots, "../outside", DIAG_FILE_KIND);
	path_roots_release(&roots);
}
END_TEST

Suite	*sha_suite(void);

Suite *
sha_suite(void)
{
	Suite *suite;
	TCase *plain, *files;

	suite = suite_create("sha");
	plain = tcase_create("memory");
	tcase_add_test(plain, memory);
	tcase_add_test(plain, pieces);
	tcase_add_test(plain, is_hex);
	suite_add_tcase(suite, plain);
	files = tcase_create("files");
	tcase_add_checked_fixture(files, scratch_enter, scratch_leave);
	tcase_add_test(files, stream);
	tcase_add_test(files, file);
	suite_add_tcase(suite, files);
	return suite;
}
