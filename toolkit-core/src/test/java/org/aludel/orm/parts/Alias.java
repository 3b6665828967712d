package org.aludel.orm.parts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** An element that may lack a part. */
@Embeddable
public record Alias(String name, @Column(precision = 8, scale = 2) BigDecimal weight) {}
