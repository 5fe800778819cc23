/** The node of an argument's value; undefined where it is not given. */
export const valueOf = ({ arguments: given }, name) => given.find((each) => each.name.value === name)?.value;

/** An argument's value, where that is a text, a name or a truth value. */
export const argumentOf = (node, name) => valueOf(node, name)?.value;
