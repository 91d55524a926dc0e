package kz.qadam.peer;

import org.springframework.data.jpa.repository.JpaRepository;

interface LearnerCohorts extends JpaRepository<LearnerCohort, LearnerCohort.Key> {}
