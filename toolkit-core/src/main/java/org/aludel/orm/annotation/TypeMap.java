package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which types classes have for all entities below a class, such as a declarative base:
 * {@code @TypeMap({TextType.class, MoneyType.class})}. Each speaks for attributes of its own class
 * that say nothing of their type themselves; ids and versions are left alone. What is nearer to the
 * entity comes first.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TypeMap {
  /**
   * Classes that implement {@link org.aludel.type.UserType} or {@code
   * jakarta.persistence.AttributeConverter}, with a constructor without arguments.
   */
  Class<?>[] value();
}
