package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL side of a method that an entity has in memory: a static method that takes the metamodel
 * of the class, and whose name the metamodel takes over.
 *
 * <pre>{@code
 * public String fullName() {
 *   return first + " " + last;
 * }
 *
 * @Hybrid
 * static Expression<String> fullName(PersonT person) {
 *   return Functions.concat(person.first, value(" "), person.last);
 * }
 * }</pre>
 *
 * <p>Classes below have it too, where their package can call it. That of a {@code MappedSuperclass}
 * takes the metamodel of that, which holds the attributes in columns.
 *
 * <p>Then {@code PERSON.fullName().eq("Ada Lovelace")} is a condition, as it is of every alias of
 * the table. The static method returns {@code Expression<T>} or {@code Predicate}; the method in
 * memory has its name, or is the getter of that name, and returns {@code T}. What both take besides
 * is the same. The class is refused where one of them is missing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Hybrid {}
