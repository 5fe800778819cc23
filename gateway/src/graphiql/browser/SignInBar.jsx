import { useEffect, useState } from "react";
import { demoAccounts } from "./demoSignIn.mjs";

/** The bar above the editor, for a gateway that offers accounts to try it with. */
export function SignInBar({ session }) {
  const [accounts, setAccounts] = useState([]);
  const [account, setAccount] = useState("");
  const [problem, setProblem] = useState("");

  useEffect(() => {
    demoAccounts().then(setAccounts, () => setProblem("The demonstration accounts could not be read."));
  }, []);

  const choose = async ({ target: { value } }) => {
    setAccount(value);
    setProblem("");
    try {
      await session.signIn(value);
    } catch (error) {
      setAccount("");
      await session.signIn("");
      setProblem(error.message);
    }
  };

  if (accounts.length === 0 && problem === "") return null;
  return (
    <header className="sign-in-bar">
      <strong>Corespond graph</strong>
      <label>
        Ask as{" "}
        <select value={account} onChange={choose}>
          <option value="">nobody (anonymous)</option>
          {accounts.map(({ account: id, role, name }) => (
            <option key={id} value={id}>
              {role}: {name}
            </option>
          ))}
        </select>
      </label>
      <span role="status">{problem}</span>
    </header>
  );
}
