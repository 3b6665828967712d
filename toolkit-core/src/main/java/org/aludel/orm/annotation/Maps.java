package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which class the annotations of this one are meant for: a class of another library or of a domain
 * that shall know nothing of its storage. The annotated class has no objects. Each of its fields
 * stands for the field of the mapped class with the same name and class; other fields of the mapped
 * class are not stored.
 *
 * <pre>{@code
 * @Entity
 * @Maps(Invoice.class)
 * abstract class InvoiceMapping {
 *   @Id @GeneratedValue Long id;
 *   @Column(length = 30) String number;
 *   @ManyToOne Customer customer;
 * }
 * }</pre>
 *
 * <p>Statements, sessions and references speak of the mapped class. Who refers to it finds the
 * mapping class in the own package or in that of the mapped class, or names it:
 * {@code @ManyToOne(targetEntity = InvoiceMapping.class)}. Faults are those of other classes, with
 * the name of the mapped one, and those of a mapping class that does not fit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Maps {
  /** The mapped class. */
  Class<?> value();
}
