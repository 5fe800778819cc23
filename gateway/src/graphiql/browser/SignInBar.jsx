import { useEffect, useState } from "react";
import { demoAccounts } from "./demoSignIn.mjs";
import { finishSignIn, leaveToSignIn, offeredProvider } from "./providerSignIn.mjs";

/** The bar above the editor, for a gateway that offers accounts to try it with. */
export function SignInBar({ session }) {
  const [accounts, setAccounts] = useState([]);
  const [account, setAccount] = useState("");
  const [problem, setProblem] = useState("");
  const [provider, setProvider] = useState();

  useEffect(() => {
    demoAccounts().then(setAccounts, () => setProblem("The demonstration accounts could not be read."));
  }, []);

  useEffect(() => {
    const comeBack = async () => {
      const offered = await offeredProvider();
      setProvider(offered);
      const grant = offered && (await finishSignIn(offered));
      if (!grant) return;
      session.adopt(grant);
      setProblem("Signed in at the provider.");
    };
    comeBack().catch((error) => setProblem(error.message));
  }, [session]);

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
      {provider && (
        <button type="button" onClick={() => leaveToSignIn(provider)}>
          Sign in at the provider
        </button>
      )}
      <span role="status">{problem}</span>
    </header>
  );
}
