#include "core/model/posting.h"

#include <algorithm>

namespace core {
namespace {

// The last of the postings that had happened by the day, or their end.
auto last_by(const OfficialRow& official, Date day) {
  return std::find_if(official.postings.rbegin(), official.postings.rend(),
                      [day](const Posting& each) { return each.on <= day; });
}

}  // namespace

const Posting* posting_on(const OfficialRow& official, Date day) {
  const auto at = last_by(official, day);
  return at == official.postings.rend() || at->left ? nullptr : &*at;
}

bool has_left(const OfficialRow& official, Date day) {
  const auto at = last_by(official, day);
  return at != official.postings.rend() && at->left;
}

const Posting* known_post(const OfficialRow& official, Date day) {
  const auto is_post = [](const Posting& each) { return !each.left; };
  const auto at = std::find_if(last_by(official, day), official.postings.rend(), is_post);
  if (at != official.postings.rend()) return &*at;
  const auto first = std::find_if(official.postings.begin(), official.postings.end(), is_post);
  return first == official.postings.end() ? nullptr : &*first;
}

OfficialRank rank_on(const OfficialRow& official, Date day) {
  const Posting* post = known_post(official, day);
  return post ? post->rank : OfficialRank::Unknown;
}

}  // namespace core
