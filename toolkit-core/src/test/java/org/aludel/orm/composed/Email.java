package org.aludel.orm.composed;

import jakarta.persistence.Column;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aludel.orm.annotation.IndexDef;

/** An address of e-mail, as all tables have it; the annotations of JPA may stand on a member. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@IndexDef
public @interface Email {
  @Column(length = 320, nullable = false, comment = "as it was typed")
  String column() default "";
}
