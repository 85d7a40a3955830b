-- Who handles the first of two cases that read alike is told of the later one too.
create index likeness_of_other on feedback.likeness (other);
