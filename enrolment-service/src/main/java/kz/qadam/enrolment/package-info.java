/**
 * The enrolment service: the catalogue, institution keys, the learner vault, enrolments and merges. This package contains only the
 * introduction of the OpenAPI document; each subpackage says what it may use.
 */
package kz.qadam.enrolment;
