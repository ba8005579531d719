import { Form, Input } from 'antd';
import { useWords } from '../../words/words.ts';

/** What a programme is called, and a few words about it. */
export function ProgrammeFields() {
  const { t } = useWords();
  return (
    <>
      <Form.Item
        name="name"
        label={t('programmes.name')}
        rules={[{ required: true, whitespace: true, message: t('programmes.nameMissing') }]}
      >
        <Input maxLength={60} placeholder={t('programmes.nameHint')} />
      </Form.Item>
      <Form.Item name="summary" label={t('programmes.summary')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
