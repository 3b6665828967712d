package org.aludel.orm.composed;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.SqlType;

/** A moment that the server knows. */
@Retention(RetentionPolicy.RUNTIME)
@SqlType("timestamptz(3)")
@ServerDefault(sql = "now()")
public @interface ServerTime {}
