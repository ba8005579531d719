import { Checkbox, Form, Input, Modal } from 'antd';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useRegisterClient } from '../../queries/clients.ts';
import { useWords } from '../../words/words.ts';
import { SecretOnce } from './secret-once.tsx';

interface Filled {
  readonly name: string;
  readonly organisation: string;
  readonly contact: string;
  readonly scopes: readonly Scope[];
}

/** The second opens what is closed on most servers: for those who run the W3C's suites. */
const scopes = ['certificates.verify', 'credentials.operate'] as const;
type Scope = (typeof scopes)[number];

const scopeWords = {
  'certificates.verify': 'clients.scopeNames.verify',
  'credentials.operate': 'clients.scopeNames.operate',
} as const;

/** Lets a program of another house in; its secret stands here until the box is closed. */
export function RegisterClient({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const [form] = Form.useForm<Filled>();
  const register = useRegisterClient();
  const made = register.data;
  const send = async () => {
    const filled = await form.validateFields();
    await register.mutateAsync({ ...filled, scopes: [...filled.scopes] });
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(made ? 'clients.registered' : 'clients.register')}
      okText={t(made ? 'clients.keptIt' : 'clients.register')}
      cancelText={shared('do.back')}
      {...(made && { cancelButtonProps: { style: { display: 'none' } } })}
      mask={{ closable: made === undefined }}
      confirmLoading={register.isPending}
      onOk={made ? onClose : () => void send().catch(() => {})}
      closable={{ 'aria-label': shared('do.close') }}
    >
      {made ? (
        <SecretOnce made={made} />
      ) : (
        <Form<Filled>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ scopes: [scopes[0]] }}
        >
          <TextItem name="name" most={60} hint={t('clients.nameHint')} />
          <TextItem name="organisation" most={60} hint={t('clients.organisationHint')} />
          <TextItem name="contact" most={120} hint={t('clients.contactHint')} />
          <Form.Item
            name="scopes"
            label={t('clients.scopes')}
            rules={[{ required: true, message: t('clients.scopeMissing') }]}
          >
            <Checkbox.Group
              options={scopes.map((value) => ({
                value,
                label: t(scopeWords[value]),
              }))}
            />
          </Form.Item>
          <ProblemLine error={register.error} />
        </Form>
      )}
    </Modal>
  );
}

interface TextItemProps {
  readonly name: 'name' | 'organisation' | 'contact';
  readonly most: number;
  readonly hint: string;
}

function TextItem({ name, most, hint }: TextItemProps) {
  const { t } = useWords();
  const label = t(`clients.${name}`);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: t('clients.missing', { label }) }]}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}
