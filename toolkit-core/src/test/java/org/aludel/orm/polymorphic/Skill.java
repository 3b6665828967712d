package org.aludel.orm.polymorphic;

import jakarta.persistence.Embeddable;

/** Embedded in engineers alone. */
@Embeddable
public record Skill(String field, Integer years) {}
