// Searches invented titles and summaries: search_bench CASES. Beside every query the same by
// reading all texts.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/search_index.h"
#include "core/base/text.h"
#include "core/model/fold.h"
#include "tests/bench/measure.h"

namespace {

using bench::Dice;
using core::app::SearchIndex;

constexpr std::string_view kMatters[] = {
    "征地补偿", "拆迁安置", "拖欠工资", "物业服务", "环境污染", "土地承包", "学校招生", "医疗纠纷",
    "社会保险", "农村低保", "道路修建", "违法建设", "噪声扰民", "非法集资", "村务公开", "宅基地"};
constexpr std::string_view kDemands[] = {"要求依法依规足额兑现", "要求公开相关账目",
                                         "要求限期整改并书面答复", "要求核实并追究责任",
                                         "希望有关部门尽快解决问题"};

/// 20,000 invented words of two or three characters, the n-th drawn with a weight of about 1/n.
/// Some characters are in many words, as in the language.
class Vocabulary {
 public:
  explicit Vocabulary(Dice& dice) {
    for (int n = 0; n < 20'000; ++n) {
      std::string word;
      for (std::size_t length = 2 + dice.below(2); length > 0; --length)
        core::append_code_point(word, static_cast<char32_t>(0x4E00 + character(dice)));
      words_.push_back(std::move(word));
    }
  }
  const std::string& draw(Dice& dice) const {
    // A geometric choice of the order of magnitude, then one within it.
    const std::size_t order = std::size_t{1} << dice.below(15);
    return words_[std::min(order - 1 + dice.below(order), words_.size() - 1)];
  }
  const std::string& at(std::size_t n) const { return words_[n]; }

 private:
  static std::size_t character(Dice& dice) {
    return dice.below(3500) * dice.below(1000) / 1000 * dice.below(1000) / 1000;
  }

  std::vector<std::string> words_;
};

core::Fact registration(Dice& dice, const Vocabulary& words, int number) {
  const std::string matter(dice.pick(kMatters));
  const std::string place = words.at(dice.below(400));
  std::string summary = fmt::format("信访人反映{}村{}问题：", place, matter);
  for (std::size_t n = 8 + dice.below(16); n > 0; --n) summary += words.draw(dice);
  summary += "，";
  summary += dice.pick(kDemands);
  summary += "。";
  return {"case.registered",
          *core::make_date(2026, 3, 2),
          {},
          {{"case", fmt::format("XF2026{:08}", number)},
           {"unit", fmt::format("T{}", dice.below(300))},
           {"title", fmt::format("关于{}村{}问题的信访事项", place, matter)},
           {"summary", std::move(summary)}}};
}

void fold_cases(core::Folder& folder, int cases, Dice& dice, const Vocabulary& words) {
  for (int number = 1; number <= cases; ++number) {
    const core::Fact fact = registration(dice, words, number);
    const auto position = static_cast<std::uint32_t>(number);
    folder.fold({{position}, fmt::format("f{}", number), {}, fact}, *core::subject_of(fact));
    folder.take_touched();
  }
}

std::int64_t count_by_reading(const core::State& state, std::string_view part) {
  std::int64_t count = 0;
  for (const core::CaseText& text : state.case_texts())
    count += core::contains(text.number, part) || core::contains(text.title, part) ||
             core::contains(text.summary, part);
  return count;
}

/// The median of five; the reading between two searches empties the caches, as other work would.
void measure(const SearchIndex& index, const core::State& state, const std::string& text) {
  std::array<double, 5> searching;
  std::array<double, 5> reading;
  std::size_t total = 0;
  std::int64_t expected = 0;
  for (std::size_t run = 0; run < searching.size(); ++run) {
    reading[run] = bench::milliseconds_of([&] { expected = count_by_reading(state, text); });
    searching[run] = bench::milliseconds_of([&] { index.find(text, 100, &total); });
  }
  std::sort(searching.begin(), searching.end());
  std::sort(reading.begin(), reading.end());
  bench::require(static_cast<std::int64_t>(total) == expected, "a wrong count for " + text);
  bench::print({{"text", text},
                {"characters", static_cast<std::int64_t>(core::count_code_points(text))},
                {"hits", static_cast<std::int64_t>(total)},
                {"milliseconds", searching[2]},
                {"worst_milliseconds", searching[4]},
                {"reading_milliseconds", reading[2]}});
}

/// Very common, common, rare and absent; short and long; parts that only meet across frequent
/// pairs.
std::vector<std::string> queries(const Vocabulary& words, const core::State& state) {
  const core::CaseText& one = state.case_texts()[state.case_texts().size() / 2];
  std::vector<std::string> texts{"问题",
                                 "反映",
                                 "信访",
                                 "信访人反映",
                                 "问题的信访事项",
                                 "村征地",
                                 "村征地补偿问题",
                                 "征地补偿",
                                 "反映问题",
                                 "解决问题",
                                 "题的信",
                                 "要求公开相关账目",
                                 "XF2026",
                                 "2026000",
                                 "26",
                                 "00042",
                                 "居民委员会",
                                 "。信访",
                                 one.title,
                                 one.summary,
                                 one.number,
                                 words.at(0),
                                 words.at(1) + words.at(0),
                                 words.at(300),
                                 words.at(9000),
                                 words.at(0) + words.at(0)};
  return texts;
}

void measure_updates(SearchIndex& index, core::Folder& folder, Dice& dice,
                     const Vocabulary& words) {
  const int before = static_cast<int>(folder.state().cases().size());
  for (const int count : {1, 1000}) {
    const int first = static_cast<int>(folder.state().cases().size());
    std::vector<core::CaseIndex> touched;
    for (int n = 1; n <= count; ++n) {
      const core::Fact fact = registration(dice, words, first + n);
      const auto position = folder.state().fact_count() + 1;
      folder.fold({{position}, fmt::format("f{}", position), {}, fact}, *core::subject_of(fact));
    }
    touched = folder.take_touched().cases;
    const double time = bench::milliseconds_of([&] { index.update(folder.state(), touched); });
    bench::print({{"update", count}, {"of", before}, {"milliseconds", time}});
  }
}

}  // namespace

int main(int argc, char** argv) {
  bench::require(argc == 2, "search_bench CASES");
  Dice dice(5);
  const Vocabulary words(dice);
  core::Folder folder([](const core::Subject&) { return std::vector<core::RecordedFact>(); });
  fold_cases(folder, std::atoi(argv[1]), dice, words);
  std::int64_t bytes = 0;
  for (const core::CaseText& text : folder.state().case_texts())
    bytes += static_cast<std::int64_t>(text.title.size() + text.summary.size());
  const std::int64_t before = bench::peak_memory();
  SearchIndex index;
  const double building = bench::milliseconds_of([&] { index.update(folder.state()); });
  bench::print({{"cases", static_cast<std::int64_t>(folder.state().cases().size())},
                {"text_bytes", bytes},
                {"peak_bytes_added", bench::peak_memory() - before},
                {"build_milliseconds", building}});
  for (const std::string& text : queries(words, folder.state()))
    measure(index, folder.state(), text);
  measure(index, folder.state(), "题");
  measure_updates(index, folder, dice, words);
}
