#include "core/model/measure_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/model/fact_kind.h"
#include "core/model/measure_needs.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;
using enum StepKind;

std::string_view label(StepKind kind) { return find_kind(word(kind))->label; }

class Check {
 public:
  Check(const Fact& fact, StepKind kind, const State& state, Problems& out)
      : fact_(fact), kind_(kind), state_(state), out_(out) {
    const std::optional<Subject> subject = subject_of(fact);
    const MeasureIndex index = state.find_measure(subject->kind, subject->key);
    if (index.known()) row_ = &state.measure(index);
  }

  void run() {
    check_once();
    check_need();
    check_named_day();
    check_case_day();
    switch (kind_) {
      case BulletinIssued:
        check_after_draft();
        [[fallthrough]];
      case BulletinDecided:
        return check_objections({BulletinObjected, BulletinDecided});
      case AssessmentObjected:
        return check_assessed();
      case AssessmentDecided:
      case AssessmentIssued:
        return check_objections({AssessmentObjected, AssessmentDecided});
      case FilingSent:
        return check_filed_measure();
      case ReminderIssued:
        return check_text();
      case SupervisionOpened:
        return check_listing();
      case SupervisionAccepted:
      case SupervisionReturned:
        return check_pending_acceptance();
      case SupervisionInspected:
      case SupervisionExtended:
      case SupervisionAcceptanceRequested:
        return check_listed();
      case CampaignProgressed:
      case CampaignNamed:
        return check_is_meant(CampaignStarted);
      case TalkTargetsSet:
        return check_targets();
      case TalkRectified:
        return check_is_meant(TalkOpened);
      case TalkRectificationJudged:
        return check_rectified();
      case InquiryFound:
        return check_inquiry_open();
      case InquiryConcluded:
        return check_phases();
      case RectificationReported:
        return check_ordered();
      case ProposalIssued:
        return check_addressee();
      default:
        return;
    }
  }

 private:
  std::string_view text(std::string_view name) const { return fact_.fields.text(name); }
  void refuse(std::string reason) { out_.push_back(std::move(reason)); }

  const MeasureStep* last(StepKind kind) const {
    const MeasureStep* found = nullptr;
    if (!row_) return found;
    for (const MeasureStep& step : row_->steps)
      if (step.kind == kind) found = &step;
    return found;
  }
  const MeasureStep* first(StepKind kind) const { return row_ ? row_->first(kind) : nullptr; }

  void check_once() {
    if (happens_once(kind_) && first(kind_))
      refuse(fmt::format("已有“{}”的记录，不能重复", label(kind_)));
  }

  void check_need() {
    const std::optional<StepKind> needs = needed_before(kind_);
    if (!needs) return;
    const MeasureStep* step = first(*needs);
    if (!step) {
      refuse(fmt::format("此前没有“{}”的记录", label(*needs)));
    } else if (fact_.on < step->on) {
      refuse(fmt::format("日期{}早于{}（{}）", to_string(fact_.on), label(*needs),
                         to_string(step->on)));
    }
  }

  void check_named_day() {
    for (const std::string_view name : {"answer_by", "resolve_by", "due"}) {
      const std::optional<Date> day = parse_date(text(name));
      if (day && *day < fact_.on)
        refuse(
            fmt::format("期限{}早于{}（{}）", to_string(*day), label(kind_), to_string(fact_.on)));
    }
  }

  // Nothing is done about a case before it was received.
  void check_case_day() {
    const CaseIndex about = state_.find_case(text("case"));
    if (!about.known() || !state_.case_row(about).registered()) return;
    const Date received = state_.case_row(about).received_on;
    if (fact_.on < received)
      refuse(fmt::format("日期{}早于收到事项之日（{}）", to_string(fact_.on), to_string(received)));
  }

  struct Taken {
    Subject::Kind kind;
    StepKind step;
  };

  void check_after_draft() {
    const MeasureStep* draft = first(BulletinDrafted);
    if (draft && fact_.on < draft->on)
      refuse(fmt::format("日期{}早于{}（{}）", to_string(fact_.on), label(BulletinDrafted),
                         to_string(draft->on)));
  }

  // An objection is decided before the bulletin (or the assessment once more) goes out, and only
  // what was objected is decided.
  struct Objection {
    StepKind raised;
    StepKind decided;
  };

  void check_objections(Objection kinds) {
    if (!row_) return;
    for (const MeasureStep& step : row_->steps) {
      if (step.kind != kinds.raised || decided(step, kinds.decided)) continue;
      if (kind_ != kinds.decided)
        refuse(fmt::format("{}的异议尚未处理", state_.unit(step.unit).name));
      else if (state_.unit(step.unit).code == text("unit"))
        return;
    }
    if (kind_ == kinds.decided) refuse("该单位没有待处理的异议");
  }

  bool decided(const MeasureStep& objection, StepKind decision) const {
    return std::any_of(row_->steps.begin(), row_->steps.end(), [&](const MeasureStep& step) {
      return step.kind == decision && step.unit == objection.unit && &objection < &step;
    });
  }

  void check_assessed() {
    const UnitIndex unit = state_.find_unit(text("unit"));
    if (!row_ || !unit.known() || !row_->first(AssessmentIssued)) return;
    const bool assessed =
        std::any_of(row_->standings.begin(), row_->standings.end(),
                    [unit](const Standing& standing) { return standing.unit == unit; });
    if (!assessed) refuse(fmt::format("{}不在该年度考核之内", state_.unit(unit).name));
  }

  // What is filed has been taken: a draft is no measure yet.
  void check_filed_measure() {
    const std::string_view key = text("measure");
    for (const auto& [kind, taken] :
         {Taken{Subject::Kind::Bulletin, BulletinIssued}, Taken{Subject::Kind::Talk, TalkOpened},
          Taken{Subject::Kind::Reminder, ReminderIssued},
          Taken{Subject::Kind::Assessment, AssessmentIssued}}) {
      const MeasureIndex index = state_.find_measure(kind, key);
      const MeasureStep* step = index.known() ? state_.measure(index).first(taken) : nullptr;
      if (!step) continue;
      if (fact_.on < step->on) refuse("报送日期早于措施本身");
      return;
    }
    refuse(fmt::format("没有编号为“{}”的措施", key));
  }

  // A text message leaves the house: nothing of a petitioner goes with it (design, section 2).
  void check_text() {
    const CaseIndex about = state_.find_case(text("case"));
    const std::string_view said = text("text");
    if (!about.known() || said.empty() || text("channel") != word(Channel::Sms)) return;
    const CaseText& words = state_.case_text(about);
    for (const std::string& private_words : {words.petitioner, words.title, words.summary})
      if (!private_words.empty() && contains(said, private_words))
        refuse("短信内容不得含信访人和诉求的信息");
  }

  // Grave effect is a person's judgement and needs a reason (5.1); the other ground counts
  // reminders.
  void check_listing() {
    if (text("ground") == word(SupervisionGround::Grave) && text("reason").empty())
      refuse("以严重不良影响挂牌的，应写明理由（reason）");
    const MeasureIndex listed = listed_now();
    if (listed.known())
      refuse(fmt::format("该事项已挂牌督办（{}），尚未摘牌", state_.measure(listed).key));
  }

  MeasureIndex listed_now() const {
    const CaseIndex wanted = state_.find_case(text("case"));
    for (std::uint32_t i = 0; wanted.known() && i < state_.measures().size(); ++i) {
      const MeasureRow& row = state_.measures()[i];
      if (row.kind == Subject::Kind::Supervision && row.case_index == wanted &&
          row.first(SupervisionOpened) && !row.first(SupervisionDelisted))
        return MeasureIndex{i};
    }
    return {};
  }

  // A request that has been answered is not answered again.
  void check_pending_acceptance() {
    const MeasureStep* request = last(SupervisionAcceptanceRequested);
    if (!request) return;  // said by check_need
    for (const StepKind answer : {SupervisionAccepted, SupervisionReturned})
      if (const MeasureStep* step = last(answer); step && step > request)
        return refuse("没有待验收的申请");
    if (fact_.on < request->on) refuse("日期早于申请验收");
  }

  void check_listed() {
    if (first(SupervisionDelisted)) return refuse("已摘牌销号");
    if (kind_ != SupervisionInspected && first(SupervisionAccepted)) refuse("已验收通过");
  }

  // The unit is one of those the measure began with.
  void check_is_meant(StepKind begun) {
    const MeasureStep* start = first(begun);
    const UnitIndex unit = state_.find_unit(text("unit"));
    if (!start || !unit.known() || start->units.empty()) return;
    if (std::find(start->units.begin(), start->units.end(), unit) == start->units.end())
      refuse(fmt::format("“{}”不在{}的单位之内", state_.unit(unit).name, label(begun)));
  }

  void check_targets() {
    const Value* targets = fact_.fields.find("targets");
    if (!targets || !targets->list() || targets->list()->empty())
      return refuse("应至少明确一名约谈对象（targets）");
    for (const Value& target : *targets->list()) {
      if (!target.fields()) continue;  // said by the check of types
      check_target(*target.fields());
    }
  }

  void check_target(const Fields& target) {
    const OfficialIndex index = state_.find_official(target.text("official"));
    if (!index.known() || !state_.official(index).appointed_on.known())
      return refuse(fmt::format("约谈对象“{}”未登记", target.text("official")));
    const OfficialRow& official = state_.official(index);
    if (official.left_on.known() && official.left_on < fact_.on)
      refuse(fmt::format("{}已于{}离任", official.name, to_string(official.left_on)));
  }

  void check_rectified() {
    check_is_meant(TalkOpened);
    const UnitIndex unit = state_.find_unit(text("unit"));
    if (!row_ || !unit.known()) return;
    const bool reported =
        std::any_of(row_->steps.begin(), row_->steps.end(), [&](const auto& step) {
          return step.kind == TalkRectified && step.unit == unit && step.on <= fact_.on;
        });
    if (!reported) refuse(fmt::format("{}尚未报送整改落实情况", state_.unit(unit).name));
  }

  void check_inquiry_open() {
    const MeasureStep* concluded = first(InquiryConcluded);
    if (concluded && concluded->on < fact_.on)
      refuse(fmt::format("倒查已于{}结束", to_string(concluded->on)));
  }

  // 7.1: before, during and after are all looked into; that nothing was found is a finding, too.
  void check_phases() {
    if (!row_ || !first(InquiryOpened)) return;
    std::string missing;
    for (const auto phase : {InquiryPhase::Before, InquiryPhase::During, InquiryPhase::After}) {
      const bool found =
          std::any_of(row_->steps.begin(), row_->steps.end(), [&](const MeasureStep& step) {
            return step.kind == InquiryFound && step.code == static_cast<std::uint8_t>(phase) &&
                   step.on <= fact_.on;
          });
      if (found) continue;
      if (!missing.empty()) missing += "、";
      missing += code_label(word(phase));
    }
    if (!missing.empty())
      refuse(fmt::format("{}尚无倒查发现；没有问题的，也应记明“未发现问题”", missing));
  }

  void check_ordered() {
    const UnitIndex unit = state_.find_unit(text("unit"));
    if (!row_ || !unit.known()) return;
    const bool ordered = std::any_of(row_->steps.begin(), row_->steps.end(), [&](const auto& step) {
      return step.kind == RectificationOrdered && step.unit == unit;
    });
    if (!ordered) refuse(fmt::format("没有责令{}整改的记录", state_.unit(unit).name));
  }

  // 条例40: improving work goes to the organ concerned, policy to the county itself.
  void check_addressee() {
    const std::string_view type = text("type");
    const std::string_view to = text("to");
    const bool is_unit = names_unit(to);
    if (type == word(ProposalType::Improve) && !is_unit)
      refuse(fmt::format("改进工作建议应提给登记在册的单位，没有“{}”", to));
    if (type == word(ProposalType::Policy) && is_unit) refuse("完善政策建议应提给本级党委和政府");
    if (type == word(ProposalType::Accountability) && is_unit && accused(to))
      refuse("追究责任建议应提给有管理权限的机关，不能提给所涉单位");
  }

  bool names_unit(std::string_view to) const {
    return std::any_of(state_.units().begin(), state_.units().end(), [to](const UnitRow& unit) {
      return unit.registered_on.known() &&
             (unit.code == to || unit.name == to ||
              std::find(unit.aliases.begin(), unit.aliases.end(), to) != unit.aliases.end());
    });
  }

  bool accused(std::string_view to) const {
    const UnitIndex unit = state_.find_unit(text("unit"));
    return unit.known() && (state_.unit(unit).code == to || state_.unit(unit).name == to);
  }

  const Fact& fact_;
  StepKind kind_;
  const State& state_;
  Problems& out_;
  const MeasureRow* row_ = nullptr;
};

}  // namespace

void check_measure_order(const Fact& fact, const State& state, std::vector<std::string>& out) {
  Check(fact, *step_kind(fact.kind), state, out).run();
}

}  // namespace core
