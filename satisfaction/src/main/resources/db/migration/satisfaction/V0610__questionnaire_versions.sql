-- Questions get codes, so that a questionnaire may ask several of one factor, and versions get days, so that a break in a
-- series can be shown. Small tables: locks are held for an instant.
alter table satisfaction.item add column code text;
update satisfaction.item set code = factor;
alter table satisfaction.item
    alter column code set not null,
    add constraint item_code_form check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
    add constraint item_code_once unique (questionnaire, version, code);

alter table satisfaction.questionnaire
    add column published_on date,
    add column retired_on date;
update satisfaction.questionnaire set published_on = current_date where state = 'PUBLISHED';
alter table satisfaction.questionnaire
    add constraint questionnaire_code_form check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
    add constraint questionnaire_days check (
        (state = 'DRAFT') = (published_on is null) and (state = 'RETIRED') = (retired_on is not null));

-- A declared "this question asks the same as that one". Without a declaration versions are never pooled.
create table satisfaction.item_mapping (
    questionnaire text not null,
    version integer not null,
    code text not null,
    to_version integer not null,
    to_code text not null,
    declared_on date not null default current_date,
    primary key (questionnaire, version, code, to_version),
    foreign key (questionnaire, version, code) references satisfaction.item (questionnaire, version, code),
    foreign key (questionnaire, to_version, to_code) references satisfaction.item (questionnaire, version, code),
    check (version <> to_version)
);

-- The 22 criteria of the survey of 2017-2020 (their texts are recalled, not seen in the decision), and the overall question.
insert into satisfaction.questionnaire (code, version, title_vi, title_en, state, published_on)
values ('LONG', 1, 'Ông/bà hài lòng thế nào với từng nội dung phục vụ?', 'How satisfied are you with each part of the service?', 'PUBLISHED', current_date);

insert into satisfaction.item (questionnaire, version, position, factor, code, text_vi, text_en)
values
    ('LONG', 1, 1, 'ACCESS', 'A1', 'Nơi ngồi chờ có đủ chỗ ngồi', 'Enough seats while waiting'),
    ('LONG', 1, 2, 'ACCESS', 'A2', 'Trang thiết bị phục vụ đầy đủ', 'Equipment is complete'),
    ('LONG', 1, 3, 'ACCESS', 'A3', 'Trang thiết bị hiện đại', 'Equipment is modern'),
    ('LONG', 1, 4, 'ACCESS', 'A4', 'Trang thiết bị dễ sử dụng', 'Equipment is easy to use'),
    ('LONG', 1, 5, 'PROCEDURE', 'B1', 'Thủ tục hành chính được niêm yết công khai đầy đủ', 'Procedures are posted in full'),
    ('LONG', 1, 6, 'PROCEDURE', 'B2', 'Thủ tục hành chính được niêm yết công khai chính xác', 'Procedures are posted correctly'),
    ('LONG', 1, 7, 'PROCEDURE', 'B3', 'Thành phần hồ sơ phải nộp đúng quy định', 'The papers asked for are those prescribed'),
    ('LONG', 1, 8, 'PROCEDURE', 'B4', 'Phí, lệ phí phải nộp đúng quy định', 'The fees asked for are those prescribed'),
    ('LONG', 1, 9, 'PROCEDURE', 'B5', 'Thời hạn giải quyết đúng quy định', 'The time taken is the one prescribed'),
    ('LONG', 1, 10, 'OFFICIALS', 'C1', 'Công chức có thái độ giao tiếp lịch sự', 'Officials are polite'),
    ('LONG', 1, 11, 'OFFICIALS', 'C2', 'Công chức chú ý lắng nghe', 'Officials listen'),
    ('LONG', 1, 12, 'OFFICIALS', 'C3', 'Công chức trả lời, giải đáp đầy đủ', 'Officials answer questions fully'),
    ('LONG', 1, 13, 'OFFICIALS', 'C4', 'Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo', 'Officials guide carefully through the forms'),
    ('LONG', 1, 14, 'OFFICIALS', 'C5', 'Công chức hướng dẫn hồ sơ dễ hiểu', 'Officials explain clearly'),
    ('LONG', 1, 15, 'OFFICIALS', 'C6', 'Công chức tuân thủ đúng quy định', 'Officials follow the rules'),
    ('LONG', 1, 16, 'RESULT', 'D1', 'Kết quả nhận được đúng quy định', 'The result is as prescribed'),
    ('LONG', 1, 17, 'RESULT', 'D2', 'Kết quả có thông tin đầy đủ', 'The information in the result is complete'),
    ('LONG', 1, 18, 'RESULT', 'D3', 'Kết quả có thông tin chính xác', 'The information in the result is correct'),
    ('LONG', 1, 19, 'FEEDBACK', 'E1', 'Cơ quan có bố trí hình thức tiếp nhận góp ý, phản ánh, kiến nghị', 'There are ways to give feedback'),
    ('LONG', 1, 20, 'FEEDBACK', 'E2', 'Người dân dễ dàng thực hiện góp ý, phản ánh, kiến nghị', 'Giving feedback is easy'),
    ('LONG', 1, 21, 'FEEDBACK', 'E3', 'Cơ quan tiếp nhận, xử lý tích cực các góp ý, phản ánh, kiến nghị', 'Feedback is handled actively'),
    ('LONG', 1, 22, 'FEEDBACK', 'E4', 'Cơ quan thông báo kịp thời kết quả xử lý góp ý, phản ánh, kiến nghị', 'The outcome of feedback is told in time'),
    ('LONG', 1, 23, 'OVERALL', 'OVERALL', 'Nhìn chung, ông/bà hài lòng thế nào với lần giải quyết này?', 'All in all, how satisfied are you this time?');

-- A questionnaire is written as a draft and never changed afterwards, whoever tries.
create function satisfaction.guard_questionnaire() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            raise exception 'a questionnaire begins as a draft' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        if old.state <> 'DRAFT' then
            raise exception 'only a draft can be deleted' using errcode = 'integrity_constraint_violation';
        end if;
        return old;
    end if;
    if (new.code, new.version) is distinct from (old.code, old.version)
        or (old.state <> 'DRAFT' and (new.title_vi, new.title_en) is distinct from (old.title_vi, old.title_en))
        or (new.state <> old.state and (old.state, new.state) not in (('DRAFT', 'PUBLISHED'), ('PUBLISHED', 'RETIRED')))
        or (old.published_on is not null and new.published_on is distinct from old.published_on)
        or (old.retired_on is not null and new.retired_on is distinct from old.retired_on) then
        raise exception 'a published questionnaire is not changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger questionnaire_guard before insert or update or delete on satisfaction.questionnaire
    for each row execute function satisfaction.guard_questionnaire();

create function satisfaction.guard_item() returns trigger language plpgsql as $$
declare
    touched record := case when tg_op = 'DELETE' then old else new end;
begin
    -- The lock makes a publication that runs at the same time wait, or this change.
    perform from satisfaction.questionnaire
        where code = touched.questionnaire and version = touched.version and state = 'DRAFT' for update;
    if not found or tg_op = 'UPDATE' then
        raise exception 'questions change only with their draft' using errcode = 'integrity_constraint_violation';
    end if;
    return touched;
end $$;
create trigger item_guard before insert or update or delete on satisfaction.item
    for each row execute function satisfaction.guard_item();

grant insert, delete on satisfaction.questionnaire, satisfaction.item to ${appRole};
grant update (title_vi, title_en, state, published_on, retired_on) on satisfaction.questionnaire to ${appRole};
grant select, insert on satisfaction.item_mapping to ${appRole};
