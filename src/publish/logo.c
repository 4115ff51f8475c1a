/*
 * Reading a logo: PNG (ISO/IEC 15948, IHDR) or JPEG (ITU T.81, SOFn).
 */
#include <string.h>

#include "base/file.h"
#include "publish/logo.h"

#define LOGO_BYTES ((size_t)512 * 1024)

struct picture {
	const unsigned char *data;
	size_t len;
	const char *type;
	unsigned width, height;
};

static unsigned big16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static bool read_png(struct picture *p)
{
	static const unsigned char magic[] = { 0x89, 'P',  'N',	 'G',
					       '\r', '\n', 0x1a, '\n' };

	if (p->len < 33 || memcmp(p->data, magic, sizeof(magic)) != 0 ||
	    memcmp(p->data + 12, "IHDR", 4) != 0)
		return false;
	p->type = "image/png";
	p->width = big16(p->data + 16) << 16 | big16(p->data + 18);
	p->height = big16(p->data + 20) << 16 | big16(p->data + 22);
	return true;
}

/* A start of frame: C0 to CF, but for tables (C4, CC) and C8. */
static bool is_frame(unsigned char marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	       marker != 0xc8 && marker != 0xcc;
}

static bool read_jpeg(struct picture *p)
{
	size_t at = 2;

	if (p->len < 4 || p->data[0] != 0xff || p->data[1] != 0xd8)
		return false;
	while (at + 9 < p->len && p->data[at] == 0xff) {
		if (is_frame(p->data[at + 1])) {
			p->type = "image/jpeg";
			p->height = big16(p->data + at + 5);
			p->width = big16(p->data + at + 7);
			return true;
		}
		at += 2 + big16(p->data + at + 2);
	}
	return false;
}

/* base64 (RFC 4648, section 4). */
static char *encode(struct rw_arena *arena, const unsigned char *data,
		    size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	char *out = rw_arena_zalloc(arena, (len + 2) / 3 * 4 + 1), *p = out;

	for (size_t i = 0; i < len; i += 3) {
		unsigned bits = (unsigned)data[i] << 16;

		bits |= i + 1 < len ? (unsigned)data[i + 1] << 8 : 0;
		bits |= i + 2 < len ? data[i + 2] : 0;
		*p++ = digits[bits >> 18];
		*p++ = digits[bits >> 12 & 63];
		*p++ = i + 1 < len ? digits[bits >> 6 & 63] : '=';
		*p++ = i + 2 < len ? digits[bits & 63] : '=';
	}
	return out;
}

static void set_picture(struct rw_arena *arena, struct rw_node *brand,
			const struct picture *p)
{
	rw_node_set_attr(brand, "logo-data", encode(arena, p->data, p->len));
	rw_node_set_attr(brand, "logo-type", p->type);
	rw_node_set_attrf(brand, "logo-width", "%u", p->width);
	rw_node_set_attrf(brand, "logo-height", "%u", p->height);
}

/* The path of the logo that Word can show; NULL if there is none. */
static char *word_path(struct rw_workspace *ws, struct rw_arena *arena,
		       const char *logo)
{
	const char *folder =
		rw_path_join(arena, rw_workspace_options(ws)->folder, "static");
	const char *dot = strrchr(logo, '.');
	char *path;

	if (dot == NULL || strcmp(dot, ".svg") != 0)
		return rw_path_join(arena, folder, logo);
	path = rw_path_join(
		arena, folder,
		rw_arena_printf(arena, "%.*s.png", (int)(dot - logo), logo));
	return rw_file_exists(path) ? path : NULL;
}

static int embed(struct rw_arena *arena, struct rw_node *brand,
		 const char *path, struct rw_diags *diags)
{
	struct rw_buf bytes = RW_BUF_INIT;
	struct rw_pos pos =
		rw_node_attr_value_pos(brand, "logo", rw_diags_sources(diags));
	int error = rw_file_read(path, LOGO_BYTES, &bytes);
	struct picture p = { (const unsigned char *)bytes.data, bytes.len, NULL,
			     0, 0 };
	int status = -1;

	if (error != 0)
		rw_report(diags, RW_FILE_READ, pos, path, strerror(error),
			  NULL);
	else if ((read_png(&p) || read_jpeg(&p)) && p.width && p.height)
		status = 0;
	else
		rw_report(diags, RW_LOGO, pos, path, NULL, NULL);
	if (status == 0)
		set_picture(arena, brand, &p);
	rw_buf_release(&bytes);
	return status;
}

int rw_logo_embed(struct rw_workspace *ws, struct rw_arena *arena,
		  struct rw_doc *doc, struct rw_diags *diags)
{
	struct rw_node *company = rw_node_child(rw_doc_root(doc), "company");
	struct rw_node *brand = company ? rw_node_child(company, "brand")
					: NULL;
	const char *logo = brand ? rw_node_attr(brand, "logo") : NULL;
	char *path = logo ? word_path(ws, arena, logo) : NULL;

	if (path && rw_file_exists(path) &&
	    !rw_path_inside(arena, rw_workspace_options(ws)->folder, path)) {
		rw_report(diags, RW_FILE_OUTSIDE, rw_node_pos(brand), path,
			  NULL, NULL);
		return -1;
	}
	return path ? embed(arena, brand, path, diags) : 0;
}
