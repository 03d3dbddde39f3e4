package demo

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// The container of Word and Excel 97 to 2003 (MS-CFB), in which a workbook with a password comes too: sectors of 512 bytes, of which the
// first one here is the table of sectors, the second the directory, and the rest the streams one after the other.
const (
	sectorSize   = 512
	streamSize   = 4096 // shorter ones would need a second table
	endOfChain   = 0xFFFFFFFE
	noSector     = 0xFFFFFFFF
	tableSector  = 0xFFFFFFFD
	entrySize    = 128
	typeStream   = 2
	typeRoot     = 5
	firstStream  = 2 // sector
	streamLength = streamSize / sectorSize
)

// compound makes a container with streams of the given names, at most three, ordered by length and then by letters. The streams hold
// zeros.
func compound(names ...string) []byte {
	var out bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			binary.Write(&out, binary.LittleEndian, v) // a Buffer never fails
		}
	}
	put([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 16), uint16(0x3E), uint16(3), uint16(0xFFFE), uint16(9), uint16(6))
	put(make([]byte, 6), uint32(0), uint32(1), uint32(1), uint32(0), uint32(streamSize))
	put(uint32(endOfChain), uint32(0), uint32(endOfChain), uint32(0), uint32(0))
	for range 108 {
		put(uint32(noSector))
	}

	table := make([]uint32, sectorSize/4)
	for i := range table {
		table[i] = noSector
	}
	table[0], table[1] = tableSector, endOfChain
	for i := range names {
		for k := range uint32(streamLength) {
			at := firstStream + uint32(i)*streamLength + k
			table[at] = at + 1
		}
		table[firstStream+(i+1)*streamLength-1] = endOfChain
	}
	put(table)

	put(entry("Root Entry", typeRoot, noSector, 1, endOfChain, 0))
	for i, name := range names {
		next := uint32(noSector)
		if i+1 < len(names) {
			next = uint32(i) + 2
		}
		put(entry(name, typeStream, next, noSector, firstStream+uint32(i)*streamLength, streamSize))
	}
	put(make([]byte, sectorSize-entrySize*(len(names)+1)), make([]byte, streamSize*len(names)))
	return out.Bytes()
}

// entry is one entry of the directory.
func entry(name string, kind byte, right, child, start uint32, size uint64) []byte {
	var out bytes.Buffer
	letters := make([]uint16, 32)
	used := copy(letters, utf16.Encode([]rune(name)))
	for _, v := range []any{
		letters, uint16(2 * (used + 1)), kind, byte(1), uint32(noSector), right, child, make([]byte, 16), uint32(0), make([]byte, 16), start, size,
	} {
		binary.Write(&out, binary.LittleEndian, v) // a Buffer never fails
	}
	return out.Bytes()
}
