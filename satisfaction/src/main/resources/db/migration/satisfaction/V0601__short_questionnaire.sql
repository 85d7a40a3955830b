-- The short form: one question for each of the five SIPAS factors, and one for the whole. Texts are our own.
insert into satisfaction.questionnaire (code, version, title_vi, title_en, state)
values ('SHORT', 1, 'Ông/bà hài lòng thế nào với lần giải quyết thủ tục này?', 'How satisfied are you with how this procedure was handled?', 'PUBLISHED');

insert into satisfaction.item (questionnaire, version, position, factor, text_vi, text_en)
values
    ('SHORT', 1, 1, 'ACCESS',
     'Việc tìm đến nơi tiếp nhận hoặc trang nộp hồ sơ và sử dụng ở đó có thuận tiện không?',
     'Was it easy to reach and use the counter or the website where you filed?'),
    ('SHORT', 1, 2, 'PROCEDURE',
     'Giấy tờ, lệ phí và thời hạn có rõ ràng và đúng như đã công bố không?',
     'Were the papers, the fee and the time limit clear and as published?'),
    ('SHORT', 1, 3, 'OFFICIALS',
     'Cán bộ tiếp nhận và giải quyết có lịch sự, lắng nghe và hướng dẫn dễ hiểu không?',
     'Were the officials polite, did they listen, and was their guidance easy to follow?'),
    ('SHORT', 1, 4, 'RESULT',
     'Kết quả nhận được có đầy đủ, chính xác và đúng hẹn không?',
     'Was the result complete, correct and on time?'),
    ('SHORT', 1, 5, 'FEEDBACK',
     'Nếu ông/bà đã hỏi hoặc góp ý, việc trả lời có kịp thời và thoả đáng không?',
     'If you asked a question or gave feedback, was the answer timely and adequate?'),
    ('SHORT', 1, 6, 'OVERALL',
     'Nhìn chung, ông/bà hài lòng thế nào với lần giải quyết này?',
     'All in all, how satisfied are you this time?');
