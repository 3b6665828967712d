package org.aludel.orm.composed;

import jakarta.persistence.Table;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the tables of the front desk have in common. */
@Retention(RetentionPolicy.RUNTIME)
@Table(comment = "kept by the front desk")
public @interface FrontDesk {}
