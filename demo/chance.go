package demo

import (
	"hash/fnv"
	"io"
)

// chance gives a number that looks accidental and is always the same for the same words. Nothing here depends on the order of units
// or on a generator that somebody else may have used.
func chance(words ...string) uint64 {
	digest := fnv.New64a()
	for _, word := range words {
		io.WriteString(digest, word+"\x00") // a hash never fails
	}
	// The finish of SplitMix64 makes neighbouring codes differ in every bit.
	n := digest.Sum64()
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

// within gives a number from low to high for the words.
func within(low, high int64, words ...string) int64 {
	return low + int64(chance(words...)%uint64(high-low+1))
}
