-- Reasons that an agency may give, for which step each is meant, and whether it must name a paper. Our own list until an
-- official one is published: edited as data, never renamed, because events refer to it.
create table dossier.reason_code (
    code        text primary key check (code ~ '^[A-Z][A-Z_]{1,58}[A-Z]$'),
    position    integer not null unique,
    statuses    smallint[] not null check (statuses <@ '{3,5,8}' and cardinality(statuses) > 0),
    names_paper boolean not null,
    label_vi    text not null,
    label_en    text not null
);

insert into dossier.reason_code (position, code, statuses, names_paper, label_vi, label_en)
values
    (1, 'PAPER_MISSING', '{3,5}', true, 'Thiếu giấy tờ', 'A paper is missing'),
    (2, 'PAPER_INVALID', '{3,5}', true, 'Giấy tờ không hợp lệ hoặc đã hết hạn', 'A paper is not valid or has expired'),
    (3, 'PAPER_INCORRECT', '{3,5}', true, 'Nội dung kê khai chưa đúng', 'A form or paper is filled in wrongly'),
    (4, 'PAPER_INCONSISTENT', '{3,5}', true, 'Giấy tờ không thống nhất với nhau', 'Papers contradict each other'),
    (5, 'PAPER_UNREADABLE', '{3,5}', true, 'Bản chụp, bản quét không đọc được', 'A scan cannot be read'),
    (6, 'NOT_ELIGIBLE', '{3,8}', false, 'Không đủ điều kiện giải quyết', 'The conditions are not met'),
    (7, 'NOT_COMPETENT', '{3,8}', false, 'Không thuộc thẩm quyền của cơ quan', 'Another agency is competent'),
    (8, 'WRONG_PROCEDURE', '{3,8}', false, 'Nộp không đúng thủ tục', 'Filed under the wrong procedure'),
    (9, 'DUPLICATE', '{3,8}', false, 'Trùng với hồ sơ đã nộp', 'The same dossier was filed before'),
    (10, 'CLARIFICATION', '{5}', false, 'Cần giải trình, làm rõ nội dung', 'Something has to be explained'),
    (11, 'FEE_UNPAID', '{3,5,8}', false, 'Chưa nộp phí, lệ phí', 'A fee is not paid'),
    (12, 'NOT_SUPPLIED', '{8}', false, 'Quá hạn bổ sung mà không bổ sung', 'Papers were not supplied in time'),
    (13, 'WITHDRAWN', '{8}', false, 'Theo đề nghị rút hồ sơ', 'Withdrawn at the applicant''s request'),
    (14, 'DISPUTE', '{8}', false, 'Có tranh chấp, khiếu nại, tố cáo', 'There is a dispute or a complaint'),
    (15, 'LEGAL_ORDER', '{8}', false, 'Theo yêu cầu của cơ quan có thẩm quyền', 'By order of a competent authority');

grant select on dossier.reason_code to ${appRole};

-- Refusals, supplement requests and stops by agency and month of the step, and how many of them gave no reason. Raised in
-- the transaction of the events. Several rows a cell, because every batch that touches a row waits for the one before.
create table dossier.return_count (
    agency      text not null check (length(agency) <= 35),
    month       integer not null check (month between 200001 and 210012),
    slot        smallint not null check (slot between 0 and 15),
    returns     bigint not null,
    unexplained bigint not null,
    primary key (month, agency, slot)
);

grant select, insert, update on dossier.return_count to ${appRole};
