/*
 * Content hashes on xxHash.
 */
#include "base/hash.h"

#include <stdio.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#define HEX_SIZE 33

uint64_t rw_hash(const void *data, size_t len)
{
	return XXH3_64bits(data, len);
}

void rw_hash_hex(const void *data, size_t len, char *out)
{
	XXH128_hash_t hash = XXH3_128bits(data, len);

	snprintf(out, HEX_SIZE, "%016llx%016llx",
		 (unsigned long long)hash.high64,
		 (unsigned long long)hash.low64);
}
