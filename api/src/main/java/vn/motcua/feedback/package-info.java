/**
 * Reflections and recommendations (phản ánh, kiến nghị; NĐ 20/2008/NĐ-CP) and the repair of what went wrong: sent by a signed-in
 * person, classified, handed from unit to unit without losing the clock, answered, and published without identity.
 */
package vn.motcua.feedback;
