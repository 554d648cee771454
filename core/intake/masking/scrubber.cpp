#include "core/intake/masking/scrubber.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/text.h"
#include "core/intake/masking/person_words.h"

namespace core::intake {
namespace {

/// Which detectors could find something.
enum Suspicion : unsigned {
  kNumbers = 1U << 0,
  kAccounts = 1U << 1,
  kPlates = 1U << 2,
  kBirths = 1U << 3,
  kHomes = 1U << 4,
  kNames = 1U << 5,
};

constexpr std::uint32_t three_bytes(const char* c) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(c[0])) << 16 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(c[1])) << 8 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(c[2]));
}

/// What a character of three bytes makes possible.
unsigned suspicion_of_character(std::uint32_t character) {
  switch (character) {
    case three_bytes("微"):
    case three_bytes("音"):
    case three_bytes("宝"):
      return kAccounts;
    case three_bytes("生"):
    case three_bytes("男"):
    case three_bytes("女"):
      return kBirths;
    case three_bytes("住"):
    case three_bytes("址"):
    case three_bytes("居"):
    case three_bytes("籍"):
    case three_bytes("号"):
    case three_bytes("室"):
    case three_bytes("栋"):
    case three_bytes("幢"):
    case three_bytes("元"):
    case three_bytes("座"):
    case three_bytes("楼"):
      return kHomes;
    default:
      return 0;
  }
}

/// Which characters of three bytes are worth a look, by their last twelve bits. One in fifty of the
/// others is looked at for nothing.
class Remarkable {
 public:
  constexpr Remarkable() {
    for (const std::string_view text :
         {"微音宝生住址居籍号室栋幢元座楼人户家子夫妻女儿亲哥弟姐妹表男媳婿公婆父母属",
          "０１２３４５６７８９"})
      for (std::size_t at = 0; at < text.size(); at += 3) mark(three_bytes(text.data() + at));
    for (const std::string_view first : {"Ａ", "ａ"})
      for (std::uint32_t letter = 0; letter < 26; ++letter) mark_wide(first, letter);
  }
  constexpr bool operator()(std::uint32_t character) const { return marks_[place(character)]; }

 private:
  static constexpr std::size_t place(std::uint32_t character) {
    return (character & 0x3F) | (character >> 2 & 0xFC0);
  }
  constexpr void mark(std::uint32_t character) { marks_[place(character)] = true; }
  // The alphabet goes on in the second byte once the third has passed 3F.
  constexpr void mark_wide(std::string_view first, std::uint32_t letter) {
    marks_[(place(three_bytes(first.data())) + letter) & 0xFFF] = true;
  }

  std::array<bool, 4096> marks_{};
};

constexpr Remarkable kRemarkable;

bool is_wide_letter_or_digit(std::uint32_t character) {
  const auto between = [character](const char* first, const char* last) {
    return character >= three_bytes(first) && character <= three_bytes(last);
  };
  return between("０", "９") || between("Ａ", "Ｚ") || between("ａ", "ｚ");
}

/// Whether the character before 人 or 户 makes one of the words that introduce a petitioner's name,
/// such as 信访人, 当事人, 上访户.
bool makes_petitioner(std::uint32_t character) {
  constexpr std::string_view kBefore = "访映信请诉报求事告电理托系爱";
  for (std::size_t at = 0; at < kBefore.size(); at += 3)
    if (character == three_bytes(kBefore.data() + at)) return true;
  return false;
}

/// Of three bytes.
char32_t code_point(std::uint32_t character) {
  return (character >> 4 & 0xF000) | (character >> 2 & 0xFC0) | (character & 0x3F);
}

/// `信访人郭某` says nothing more; `信访人郭桂建` may.
bool introduces_name(std::string_view text, std::size_t after) {
  while (after < text.size() && (text[after] == ':' || text[after] == ' ')) ++after;
  if (starts_with(text.substr(after), "：")) after += 3;
  const std::string_view next = text.substr(after, 9);
  return !contains(next, "某");
}

/// One look at the bytes instead of seven at the code points.
unsigned suspicion_of(std::string_view text) {
  unsigned found = 0;
  int digits = 0, hyphens = 0;
  std::uint32_t before = 0;  // the character before this one, of three bytes
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      if (lead >= '0' && lead <= '9') ++digits;
      if (lead == '-' && ++hyphens == 2) found |= kHomes;  // 8-2-501
      if (lead == '@' || (lead | 0x20) == 'q') found |= kAccounts;
      if (lead >= 'A' && lead <= 'Z') found |= kPlates;
      before = 0;
      ++at;
      continue;
    }
    if (lead < 0xE0 || at + 3 > text.size()) {
      ++at;
      continue;
    }
    const std::uint32_t character = three_bytes(text.data() + at);
    at += lead < 0xF0 ? 3 : 4;
    if (!kRemarkable(character)) {
      before = character;
      continue;
    }
    if (is_wide_letter_or_digit(character)) {
      ++digits;
      found |= kPlates | kAccounts;
    } else if (character == three_bytes("家")) {
      if (starts_with(text.substr(at), "在")) found |= kHomes;
    } else if (character == three_bytes("人") || character == three_bytes("户")) {
      if (makes_petitioner(before) && introduces_name(text, at)) found |= kNames;
    } else {
      found |= suspicion_of_character(character);
      if (stands_beside(code_point(before), code_point(character)) && introduces_name(text, at))
        found |= kNames;
    }
    before = character;
  }
  return digits >= 5 ? found | kNumbers : found;
}

std::int64_t& counter(Scrubbed& counts, Personal kind) {
  switch (kind) {
    case Personal::Id:
      return counts.id;
    case Personal::Phone:
      return counts.phone;
    case Personal::Address:
      return counts.address;
    case Personal::Birth:
      return counts.birth;
    case Personal::Account:
      return counts.account;
    case Personal::Plate:
      return counts.plate;
    case Personal::Name:
      break;
  }
  return counts.name;
}

/// Longer names first, so that 郭桂 does not tear 郭桂建 apart.
std::string without_names(std::string_view text, std::span<const PersonName> known,
                          Scrubbed& counts) {
  std::string out(text);
  const auto replace = [&](const PersonName& name) {
    if (!contains(out, name.full)) return;
    ++counts.name;
    out = replace_all(out, name.full, name.masked);
  };
  if (known.size() == 1) {
    replace(known.front());
    return out;
  }
  std::vector<const PersonName*> ordered;
  for (const PersonName& name : known) ordered.push_back(&name);
  std::sort(ordered.begin(), ordered.end(), [](const PersonName* a, const PersonName* b) {
    return a->full.size() != b->full.size() ? a->full.size() > b->full.size() : a->full < b->full;
  });
  for (const PersonName* name : ordered) replace(*name);
  return out;
}

}  // namespace

std::string Scrubber::scrub(std::string_view text, std::span<const PersonName> known,
                            Scrubbed& counts, std::string_view surname) {
  std::string out = without_names(text, known, counts);
  unsigned suspicion = suspicion_of(out) | (surname.empty() ? 0U : kNames);
  if (!known.empty() && contains(out, "某、")) suspicion |= kNames;
  if (suspicion == 0) return out;
  points_.assign(out);
  detect(suspicion, surname);
  return cuts_.empty() ? out : without_cuts(out, counts);
}

std::string Scrubber::scrub_label(std::string_view text, Scrubbed& counts) {
  return std::string(trim(replace_all(scrub(text, {}, counts), kTakenOut, "")));
}

void Scrubber::detect(unsigned suspicion, std::string_view surname) {
  cuts_.clear();
  if ((suspicion & kNumbers) != 0) find_numbers(points_, is_case_, cuts_);
  if ((suspicion & kAccounts) != 0) find_accounts(points_, cuts_);
  if ((suspicion & kPlates) != 0) find_plates(points_, cuts_);
  if ((suspicion & kBirths) != 0) find_births(points_, cuts_);
  if ((suspicion & kHomes) != 0) find_addresses(points_, cuts_);
  if ((suspicion & kNames) != 0) {
    TextPoints family;
    family.assign(surname);
    find_named(points_, family.view(), is_official_, cuts_);
  }
  std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
}

std::string Scrubber::without_cuts(std::string_view text, Scrubbed& counts) {
  std::string out;
  std::size_t kept = 0;  // code points already in `out`
  for (const Cut& cut : cuts_) {
    if (cut.end <= kept) continue;
    if (cut.begin >= kept) {
      ++counter(counts, cut.kind);
      const std::size_t from = points_.byte_at(kept);
      out.append(text.substr(from, points_.byte_at(cut.begin) - from));
      out += cut.kind == Personal::Name ? std::string_view("某") : kTakenOut;
    }
    kept = cut.end;
  }
  out.append(text.substr(points_.byte_at(kept)));
  return out;
}

}  // namespace core::intake
