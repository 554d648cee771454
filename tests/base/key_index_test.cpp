#include "core/base/key_index.h"

#include <doctest/doctest.h>

#include <string>

using core::key_hash;
using core::KeyIndex;

TEST_CASE("key index: every key is found at its place, others are not") {
  std::vector<std::string> keys;
  KeyIndex index;
  const auto find = [&](const std::string& key) {
    return index.find(key_hash(key), [&](std::uint32_t place) { return keys[place] == key; });
  };
  CHECK(find("") == KeyIndex::kNone);
  for (int i = 0; i < 5000; ++i) {
    const std::string key(static_cast<std::size_t>(i % 40), static_cast<char>('a' + i % 7));
    keys.push_back(key + std::to_string(i));
    CHECK(find(keys.back()) == KeyIndex::kNone);
    index.add(key_hash(keys.back()), static_cast<std::uint32_t>(i));
  }
  for (std::uint32_t i = 0; i < keys.size(); ++i) CHECK(find(keys[i]) == i);
  CHECK(find("b") == KeyIndex::kNone);
}

TEST_CASE("key index: keys of one hash are told apart by their text") {
  KeyIndex index;
  for (std::uint32_t place = 0; place < 100; ++place) index.add(7, place);
  for (std::uint32_t wanted = 0; wanted < 100; ++wanted)
    CHECK(index.find(7, [&](std::uint32_t place) { return place == wanted; }) == wanted);
  CHECK(index.find(7, [](std::uint32_t) { return false; }) == KeyIndex::kNone);
  CHECK(index.find(8, [](std::uint32_t) { return true; }) == KeyIndex::kNone);
}

TEST_CASE("key index: the hash depends on every byte, on the length and on the seed") {
  const std::string text = "5117202400001234567";
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] = 'x';
    CHECK(key_hash(other) != key_hash(text));
  }
  CHECK(key_hash(std::string_view("a\0", 2)) != key_hash("a"));
  CHECK(key_hash("a", 1) != key_hash("a", 2));
}
