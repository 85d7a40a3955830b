package vn.motcua.report;

import jakarta.inject.Singleton;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.report.ReportTables.Question;

/** Reads what is asked for, of whose agency. */
@Singleton
class Questions {
    private final Layouts layouts;
    private final Caller caller;

    Questions(Layouts layouts, Caller caller) {
        this.layouts = layouts;
        this.caller = caller;
    }

    Question ofAddress(AgencyCode agency, String form, String period, ReportBasis basis, ReportGroup groupBy) {
        var layout = layouts.find(form).orElseThrow(Questions::unknownForm);
        return question(agency, layout, period, basis, groupBy);
    }

    Question ofBody(AgencyCode agency, IssueRequest wish) {
        var layout = layouts.find(String.valueOf(wish.form()))
                .orElseThrow(() -> ProblemException.invalid("/form", "Không có biểu này.", "There is no such form."));
        return question(agency, layout, wish.period(), wish.basis(), wish.groupBy());
    }

    /** The caller's own agency or one below it. */
    AgencyCode ownAgency(String code) {
        var agency = AgencyCode.parse(code)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.AGENCY_NOT_FOUND,
                        "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                        "Check the agency code, for example H44 or H44.07."));
        caller.requireAgency(agency);
        return agency;
    }

    private static Question question(
            AgencyCode agency, FormLayout form, String period, ReportBasis basis, ReportGroup groupBy) {
        var group = groupBy == null ? form.groups().getFirst() : groupBy;
        if (!form.groups().contains(group)) {
            throw ProblemException.invalid(
                    "groupBy",
                    "Biểu này chỉ lập theo: " + form.groups() + ".",
                    "This form is made by: " + form.groups() + ".");
        }
        return new Question(form, agency, ReportPeriod.of(period, basis), group);
    }

    private static ProblemException unknownForm() {
        return ProblemException.of(
                ProblemType.REPORT_FORM_NOT_FOUND,
                "Không có biểu này. Các biểu: II06A, II06A_PROVINCIAL, II05, II07, II03, CATALOGUE_MONTH và biểu đơn vị tự thêm.",
                "There is no such form. Forms: II06A, II06A_PROVINCIAL, II05, II07, II03, CATALOGUE_MONTH and those of the installation.");
    }
}
